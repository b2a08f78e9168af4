package dev.dmt.engine.expression;

import dev.dmt.schema.LogicalType;

/** The types that expressions yield. */
public final class Types {
    public static final LogicalType BOOLEAN = LogicalType.parse("boolean");
    public static final LogicalType WHOLE = LogicalType.parse("integer(64)");
    public static final LogicalType DECIMAL = LogicalType.parse("decimal");
    public static final LogicalType FLOATING = LogicalType.parse("float(64)");
    public static final LogicalType TEXT = LogicalType.parse("text");
    public static final LogicalType BINARY = LogicalType.parse("binary");
    public static final LogicalType DATE = LogicalType.parse("date");
    public static final LogicalType TIME = LogicalType.parse("time");
    public static final LogicalType TIMESTAMP = LogicalType.parse("timestamp");
    public static final LogicalType INSTANT = LogicalType.parse("timestamp with zone");
    public static final LogicalType UUID = LogicalType.parse("uuid");
    public static final LogicalType JSON = LogicalType.parse("json");

    private Types() {}

    public static LogicalType unknown(String name) {
        return new LogicalType.Unknown(name);
    }

    static boolean zoned(LogicalType type) {
        return type instanceof LogicalType.Timestamp timestamp && timestamp.zoned();
    }
}
