package dev.dmt.engine.sqlite.target;

import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.NativeType;
import dev.dmt.engine.TargetTypes;
import dev.dmt.schema.LogicalType;
import java.util.OptionalInt;

/**
 * SQLite's declared types for the logical ones. A declaration does two things: by its letters SQLite decides what it turns
 * values into (affinity), and a reader learns what they mean. So each name here means the type, and has an affinity that
 * leaves every value as it is: TEXT in a name makes numbers stay text.
 */
final class FileTypes implements TargetTypes {
    /** So many digits pass through a double and back unchanged. */
    static final int EXACT_DIGITS = 15;

    private static final String NO_DECIMALS = "SQLite's own numbers are exact to " + EXACT_DIGITS
            + " digits: kept as text, which compares as text (CAST(... AS REAL) computes)";

    @Override
    public NativeType nativeType(LogicalType type, ColumnUse use) {
        return switch (type.kind()) {
            case BOOLEAN -> NativeType.exact("BOOLEAN", type);
            case INTEGER -> NativeType.exact("INTEGER", type);
            case DECIMAL -> decimal((LogicalType.Decimal) type);
            case FLOAT -> NativeType.exact(((LogicalType.Floating) type).bits() == 32 ? "FLOAT4" : "REAL", type);
            case TEXT -> NativeType.exact(bounded("TEXT", ((LogicalType.Text) type).length()), type);
            case BINARY -> NativeType.exact("BLOB", type);
            case DATE -> NativeType.exact("DATE", type);
            case TIME -> NativeType.exact(precise("TIME", ((LogicalType.Time) type).precision()), type);
            case TIMESTAMP -> {
                LogicalType.Timestamp timestamp = (LogicalType.Timestamp) type;
                yield NativeType.exact(
                        precise(timestamp.zoned() ? "TIMESTAMPTZ" : "TIMESTAMP", timestamp.precision()), type);
            }
            case INTERVAL -> NativeType.exact("INTERVAL_TEXT", type);
            case UUID -> NativeType.exact("UUID", type);
            case JSON -> NativeType.exact(((LogicalType.Json) type).binary() ? "JSONB_TEXT" : "JSON_TEXT", type);
            case XML -> NativeType.exact("XML_TEXT", type);
            case ENUMERATION, SET ->
                NativeType.widened("TEXT", "any text is taken, not the declared members alone", type);
            case BITS -> {
                LogicalType.Bits bits = (LogicalType.Bits) type;
                yield NativeType.exact(
                        bounded(bits.varying() ? "VARBIT_TEXT" : "BIT_TEXT", OptionalInt.of(bits.length())), type);
            }
            case ARRAY -> NativeType.widened("JSON_TEXT", "an array becomes a JSON array", type);
            case GEOMETRY -> {
                LogicalType.Geometry shape = (LogicalType.Geometry) type;
                yield NativeType.widened(
                        bounded(shape.geography() ? "GEOGRAPHY_BLOB" : "GEOMETRY_BLOB", shape.srid()),
                        "shapes are kept as EWKB",
                        type);
            }
            case ROW_VERSION ->
                NativeType.widened("BLOB", "its values are kept; the target does not change them with the row", type);
            case NATIVE -> NativeType.exact(((LogicalType.Native) type).sql(), type);
            case UNKNOWN ->
                NativeType.refused(
                        "dmt does not know the type " + ((LogicalType.Unknown) type).nativeName()
                                + "; say in migration.types what it is",
                        type);
        };
    }

    private static String bounded(String name, OptionalInt bound) {
        return bound.isPresent() ? name + "(" + bound.getAsInt() + ")" : name;
    }

    /** Microseconds need no saying. */
    private static String precise(String name, int precision) {
        return precision == 6 ? name : name + "(" + precision + ")";
    }

    private static NativeType decimal(LogicalType.Decimal type) {
        if (type.precision().isEmpty()) {
            return NativeType.widened("DECIMAL_TEXT", NO_DECIMALS, type);
        }
        String arguments = "(" + type.precision().getAsInt() + "," + type.scale() + ")";
        return isNumber(type)
                ? NativeType.exact("DECIMAL" + arguments, type)
                : NativeType.widened("DECIMAL_TEXT" + arguments, NO_DECIMALS, type);
    }

    /** True where every value is exact as SQLite's own number. */
    static boolean isNumber(LogicalType.Decimal type) {
        int precision = type.precision().orElse(Integer.MAX_VALUE);
        return precision <= EXACT_DIGITS && type.scale() >= 0 && type.scale() <= precision;
    }
}
