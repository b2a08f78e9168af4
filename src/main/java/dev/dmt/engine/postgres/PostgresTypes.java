package dev.dmt.engine.postgres;

import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.NativeType;
import dev.dmt.engine.TargetTypes;
import dev.dmt.schema.LogicalType;
import java.util.OptionalInt;

/** PostgreSQL's types for the logical ones. */
final class PostgresTypes implements TargetTypes {
    private static final int MOST_DIGITS = 1000;
    private static final int LONGEST_VARCHAR = 10_485_760;
    private static final int MICROSECONDS = 6;

    /** What has no order; shapes as bytes have one. */
    @Override
    public boolean isIndexable(String nativeType, boolean unique) {
        return !nativeType.equals("json") && !nativeType.equals("xml");
    }

    @Override
    public NativeType nativeType(LogicalType type, ColumnUse use) {
        return switch (type.kind()) {
            case BOOLEAN -> NativeType.exact("boolean", type);
            case INTEGER -> integer((LogicalType.Int) type);
            case DECIMAL -> decimal((LogicalType.Decimal) type);
            case FLOAT ->
                NativeType.exact(((LogicalType.Floating) type).bits() == 32 ? "real" : "double precision", type);
            case TEXT -> text((LogicalType.Text) type);
            case BINARY -> NativeType.exact("bytea", type);
            case DATE -> NativeType.exact("date", type);
            case TIME -> time((LogicalType.Time) type);
            case TIMESTAMP -> timestamp((LogicalType.Timestamp) type);
            case INTERVAL -> NativeType.exact("interval", type);
            case UUID -> NativeType.exact("uuid", type);
            case JSON -> NativeType.exact(((LogicalType.Json) type).binary() ? "jsonb" : "json", type);
            case XML -> NativeType.exact("xml", type);
            case ENUMERATION -> NativeType.widened("text", "a text, which a check holds to the declared members", type);
            case SET -> NativeType.widened("text", "any text is taken, not the declared members alone", type);
            case BITS -> bits((LogicalType.Bits) type);
            case ARRAY -> NativeType.widened("jsonb", "an array becomes a JSON array", new LogicalType.Json(true));
            case GEOMETRY ->
                NativeType.widened(
                        "bytea",
                        "shapes are kept as EWKB; with PostGIS, bytes::geometry makes them shapes again",
                        type);
            case ROW_VERSION ->
                NativeType.widened("bytea", "its values are kept; the target does not change them with the row", type);
            case NATIVE -> NativeType.exact(((LogicalType.Native) type).sql(), type);
            case UNKNOWN ->
                NativeType.refused(
                        "dmt does not know the type " + ((LogicalType.Unknown) type).nativeName()
                                + "; say in migration.types what it is",
                        type);
        };
    }

    private static NativeType integer(LogicalType.Int type) {
        int needed = type.signed() ? type.bits() : type.bits() + 1;
        return NativeType.exact(needed <= 16 ? "smallint" : needed <= 32 ? "integer" : "bigint", type);
    }

    private static NativeType decimal(LogicalType.Decimal type) {
        if (type.precision().isEmpty()) {
            return NativeType.exact("numeric", type);
        }
        int precision = type.precision().getAsInt();
        if (precision < 1 || precision > MOST_DIGITS || type.scale() < 0 || type.scale() > precision) {
            return NativeType.widened(
                    "numeric",
                    "PostgreSQL has no numeric(" + precision + "," + type.scale()
                            + "); an unbounded numeric holds every value",
                    type);
        }
        return NativeType.exact("numeric(" + precision + "," + type.scale() + ")", type);
    }

    private static NativeType text(LogicalType.Text type) {
        OptionalInt length = type.length();
        if (length.isEmpty()) {
            return NativeType.exact("text", type);
        }
        if (type.fixed() && length.getAsInt() >= 1 && length.getAsInt() <= LONGEST_VARCHAR) {
            return NativeType.exact("character(" + length.getAsInt() + ")", type);
        }
        return length.getAsInt() < 1 || length.getAsInt() > LONGEST_VARCHAR
                ? NativeType.widened("text", "PostgreSQL has no varchar(" + length.getAsInt() + ")", type)
                : NativeType.exact("character varying(" + length.getAsInt() + ")", type);
    }

    private static NativeType time(LogicalType.Time type) {
        String sql = "time" + precision(type.precision()) + " without time zone";
        return type.precision() > MICROSECONDS
                ? NativeType.lossy(sql, cut(type.precision()), new LogicalType.Time())
                : NativeType.exact(sql, type);
    }

    private static NativeType timestamp(LogicalType.Timestamp type) {
        String sql = "timestamp" + precision(type.precision()) + (type.zoned() ? " with" : " without") + " time zone";
        return type.precision() > MICROSECONDS
                ? NativeType.lossy(sql, cut(type.precision()), new LogicalType.Timestamp(type.zoned()))
                : NativeType.exact(sql, type);
    }

    private static String precision(int digits) {
        return digits < MICROSECONDS ? "(" + digits + ")" : "";
    }

    private static String cut(int digits) {
        return "PostgreSQL keeps 6 of the " + digits + " digits of a second; the rest is cut off";
    }

    private static NativeType bits(LogicalType.Bits type) {
        return NativeType.exact((type.varying() ? "bit varying(" : "bit(") + type.length() + ")", type);
    }
}
