package dev.dmt.engine.postgres;

import dev.dmt.engine.WireColumn;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.Optional;
import java.util.regex.Pattern;

/** A field of COPY's binary format: what the server's receiving function of a type takes. */
enum FieldForm {
    BOOLEAN,
    INT2,
    INT4,
    INT8,
    FLOAT4,
    FLOAT8,
    NUMERIC,
    TEXT,
    BYTES,
    UUID,
    JSONB,
    DATE,
    TIME,
    TIMESTAMP;

    private static final Pattern MODIFIER = Pattern.compile("\\([0-9, ]+\\)");
    private static final int MICROSECONDS = 6;

    /**
     * Empty where the type has none that takes each value as its text would be taken. An xml document is one of those: in the
     * binary format its own declaration would say in which encoding it is.
     */
    static Optional<FieldForm> of(WireColumn column) {
        TypeKind kind = column.type().kind();
        return Optional.ofNullable(
                switch (MODIFIER.matcher(column.nativeType()).replaceFirst("")) {
                    case "boolean" -> kind == TypeKind.BOOLEAN ? BOOLEAN : null;
                    case "smallint" -> kind == TypeKind.INTEGER ? INT2 : null;
                    case "integer" -> kind == TypeKind.INTEGER ? INT4 : null;
                    case "bigint" -> kind == TypeKind.INTEGER ? INT8 : null;
                    case "real" -> kind == TypeKind.FLOAT ? FLOAT4 : null;
                    case "double precision" -> kind == TypeKind.FLOAT ? FLOAT8 : null;
                    case "numeric" -> kind == TypeKind.DECIMAL ? NUMERIC : null;
                    case "text", "character varying", "character" -> isText(kind) ? TEXT : null;
                    case "json" -> kind == TypeKind.JSON ? TEXT : null;
                    case "jsonb" -> kind == TypeKind.JSON ? JSONB : null;
                    case "uuid" -> kind == TypeKind.UUID ? UUID : null;
                    case "bytea" -> isBytes(kind) ? BYTES : null;
                    case "date" -> kind == TypeKind.DATE ? DATE : null;
                    case "time without time zone" -> isCoarse(column.type()) ? TIME : null;
                    case "timestamp without time zone", "timestamp with time zone" ->
                        isCoarse(column.type()) ? TIMESTAMP : null;
                    default -> null;
                });
    }

    private static boolean isText(TypeKind kind) {
        return switch (kind) {
            case TEXT, JSON, UUID, INTERVAL, XML, ENUMERATION, SET, BITS, ARRAY, NATIVE -> true;
            case BOOLEAN, INTEGER, DECIMAL, FLOAT, BINARY, DATE, TIME, TIMESTAMP, GEOMETRY, ROW_VERSION, UNKNOWN ->
                false;
        };
    }

    private static boolean isBytes(TypeKind kind) {
        return kind == TypeKind.BINARY || kind == TypeKind.GEOMETRY || kind == TypeKind.ROW_VERSION;
    }

    /** Digits beyond the microsecond are rounded by the server, which alone knows how. */
    private static boolean isCoarse(LogicalType type) {
        return (type instanceof LogicalType.Time time && time.precision() <= MICROSECONDS)
                || (type instanceof LogicalType.Timestamp timestamp && timestamp.precision() <= MICROSECONDS);
    }
}
