package dev.dmt.engine.postgres;

import dev.dmt.config.EngineName;
import dev.dmt.engine.NativeType;
import dev.dmt.engine.TargetTypes;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.LogicalType;

/** PostgreSQL's types for the logical ones. */
final class PostgresTypes implements TargetTypes {
    private static final int MOST_DIGITS = 1000;
    private static final int LONGEST_VARCHAR = 10_485_760;

    @Override
    public NativeType nativeType(LogicalType type) {
        return switch (type.kind()) {
            case BOOLEAN -> exact("boolean");
            case INTEGER -> exact(integer(((LogicalType.Int) type).bits()));
            case DECIMAL -> decimal((LogicalType.Decimal) type);
            case FLOAT -> exact(((LogicalType.Floating) type).bits() == 32 ? "real" : "double precision");
            case TEXT -> text((LogicalType.Text) type);
            case BINARY -> exact("bytea");
            case DATE -> exact("date");
            case TIME -> exact("time without time zone");
            case TIMESTAMP ->
                exact(
                        ((LogicalType.Timestamp) type).zoned()
                                ? "timestamp with time zone"
                                : "timestamp without time zone");
            case UUID -> exact("uuid");
            case JSON -> exact(((LogicalType.Json) type).binary() ? "jsonb" : "json");
            case NATIVE -> ofAnEngine((LogicalType.Native) type);
            case UNKNOWN ->
                new NativeType(
                        "",
                        Fidelity.REFUSED,
                        "dmt does not know the type " + ((LogicalType.Unknown) type).nativeName()
                                + "; say in migration.types what it is");
        };
    }

    private static NativeType ofAnEngine(LogicalType.Native type) {
        return type.engine().equals(EngineName.POSTGRES.text())
                ? exact(type.sql())
                : new NativeType(
                        "",
                        Fidelity.REFUSED,
                        type.sql() + " is a type of " + type.engine()
                                + " that PostgreSQL does not have; say in migration.types what it is to be");
    }

    private static String integer(int bits) {
        return bits == 16 ? "smallint" : bits == 32 ? "integer" : "bigint";
    }

    private static NativeType decimal(LogicalType.Decimal type) {
        if (type.precision().isEmpty()) {
            return exact("numeric");
        }
        int precision = type.precision().getAsInt();
        if (precision < 1 || precision > MOST_DIGITS || type.scale() < 0 || type.scale() > precision) {
            return new NativeType(
                    "numeric",
                    Fidelity.WIDENED,
                    "PostgreSQL has no numeric(" + precision + "," + type.scale()
                            + "); an unbounded numeric holds every value");
        }
        return exact("numeric(" + precision + "," + type.scale() + ")");
    }

    private static NativeType text(LogicalType.Text type) {
        if (type.length().isEmpty()) {
            return exact("text");
        }
        int length = type.length().getAsInt();
        return length < 1 || length > LONGEST_VARCHAR
                ? new NativeType("text", Fidelity.WIDENED, "PostgreSQL has no varchar(" + length + ")")
                : exact("character varying(" + length + ")");
    }

    private static NativeType exact(String sql) {
        return new NativeType(sql, Fidelity.EXACT, "");
    }
}
