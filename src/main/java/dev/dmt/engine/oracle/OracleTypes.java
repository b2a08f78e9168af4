package dev.dmt.engine.oracle;

import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.NativeType;
import dev.dmt.engine.TargetTypes;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.LogicalType;
import java.util.List;
import java.util.stream.Stream;

/**
 * Oracle's types for the logical ones, for any server of 19c and newer: no types of later versions, no extended strings.
 * Texts are counted in characters, of which each may take four bytes.
 */
final class OracleTypes implements TargetTypes {
    static final int MOST_DIGITS = 38;

    /** As a boolean is declared; {@link OracleDdl} makes a check of what follows the type. */
    static final String BOOLEAN = "NUMBER(1) IN (0, 1)";

    private static final int FEWEST_SCALE = -84;
    private static final int MOST_SCALE = 127;
    private static final int BYTES_OF_TEXT = 4000;
    private static final int BYTES_OF_CHARACTER = 4;
    /** Whatever the characters. */
    static final int SURE_CHARACTERS = BYTES_OF_TEXT / BYTES_OF_CHARACTER;
    /** A CHAR has at most 2000 bytes. */
    static final int FIXED_CHARACTERS = 500;

    private static final int SHORT_KEY = 255;
    private static final int BYTES_OF_RAW = 2000;
    private static final int LETTERS_OF_INTERVAL = 64;

    @Override
    public boolean isIndexable(String nativeType, boolean unique) {
        return Stream.of("CLOB", "NCLOB", "BLOB", "JSON", "XMLTYPE", "LONG", "BFILE")
                .noneMatch(nativeType::startsWith);
    }

    @Override
    public NativeType nativeType(LogicalType type, ColumnUse use) {
        return switch (type.kind()) {
            case BOOLEAN -> NativeType.exact(BOOLEAN, type);
            case INTEGER -> NativeType.exact("NUMBER(" + digits((LogicalType.Int) type) + ")", type);
            case DECIMAL -> decimal((LogicalType.Decimal) type);
            case FLOAT ->
                NativeType.exact(((LogicalType.Floating) type).bits() == 32 ? "BINARY_FLOAT" : "BINARY_DOUBLE", type);
            case TEXT -> text((LogicalType.Text) type, use);
            case BINARY -> binary((LogicalType.Binary) type, use);
            case DATE -> NativeType.widened("DATE", "Oracle's DATE holds a time of day too, which is midnight", type);
            case TIME -> time((LogicalType.Time) type);
            case TIMESTAMP -> timestamp((LogicalType.Timestamp) type, use);
            case INTERVAL ->
                NativeType.widened(
                        "VARCHAR2(" + LETTERS_OF_INTERVAL + " CHAR)",
                        "Oracle has no span of months, days and seconds together: kept as ISO 8601 writes it",
                        type);
            case UUID -> NativeType.exact("RAW(16)", type);
            case JSON -> documents(type, use, "kept as text, whole and in its own order; `IS JSON` would check it");
            case XML -> documents(type, use, "kept as text; XMLTYPE(column) makes a document of it");
            case ENUMERATION -> oneOf((LogicalType.Enumeration) type);
            case SET -> someOf((LogicalType.Members) type);
            case BITS -> bits((LogicalType.Bits) type, use);
            case ARRAY -> documents(type, use, "a list is kept as a JSON array");
            case GEOMETRY ->
                refusedWhereKeyed(
                        NativeType.widened(
                                "BLOB", "shapes are kept as EWKB, which SDO_UTIL.FROM_WKBGEOMETRY nearly reads", type),
                        use);
            case ROW_VERSION ->
                NativeType.widened("RAW(8)", "its values are kept; the target does not change them with the row", type);
            case NATIVE -> NativeType.exact(((LogicalType.Native) type).sql(), type);
            case UNKNOWN ->
                NativeType.refused(
                        "dmt does not know the type " + ((LogicalType.Unknown) type).nativeName()
                                + "; say in migration.types what it is",
                        type);
        };
    }

    private static int digits(LogicalType.Int type) {
        return switch (type.bits()) {
            case 8 -> 3;
            case 16 -> 5;
            case 24 -> 8;
            case 32 -> 10;
            default -> 19;
        };
    }

    private static NativeType decimal(LogicalType.Decimal type) {
        if (type.precision().isEmpty()) {
            // One of more digits is refused, row by row, not rounded.
            return NativeType.exact("NUMBER", type);
        }
        int precision = type.precision().getAsInt();
        int scale = type.scale();
        if (precision > MOST_DIGITS) {
            return NativeType.refused(
                    "Oracle's NUMBER has " + MOST_DIGITS + " digits, not " + precision
                            + "; where its values have no more, say decimal under migration.types, else text",
                    type);
        }
        if (precision < 1 || scale < FEWEST_SCALE || scale > MOST_SCALE) {
            return NativeType.widened("NUMBER", "Oracle has no NUMBER(" + precision + "," + scale + ")", type);
        }
        return NativeType.exact("NUMBER(" + precision + (scale == 0 ? "" : "," + scale) + ")", type);
    }

    private static NativeType text(LogicalType.Text type, ColumnUse use) {
        if (type.length().isPresent() && type.length().getAsInt() >= 1) {
            int length = type.length().getAsInt();
            if (type.fixed() && length <= FIXED_CHARACTERS) {
                return NativeType.exact("CHAR(" + length + " CHAR)", type);
            }
            if (length <= SURE_CHARACTERS) {
                return NativeType.exact(characters(length), type);
            }
            if (length <= BYTES_OF_TEXT && use.longest() > 0 && use.longest() <= SURE_CHARACTERS) {
                return NativeType.widened(
                        characters(length),
                        "its values fit; Oracle takes at most " + BYTES_OF_TEXT + " bytes of it",
                        type);
            }
        }
        return use.keyed() ? keyText(type, use) : wide("CLOB", type);
    }

    private static NativeType wide(String sql, LogicalType.Text type) {
        return type.length().isEmpty()
                ? NativeType.exact(sql, type)
                : NativeType.widened(
                        sql, "Oracle's VARCHAR2 ends at " + BYTES_OF_TEXT + " bytes, so no limit is kept", type);
    }

    private static String characters(int length) {
        return "VARCHAR2(" + length + " CHAR)";
    }

    /** A key takes no CLOB, and a block of 8 KB holds no key of more than 6,398 bytes. */
    private static NativeType keyText(LogicalType type, ColumnUse use) {
        long longest = use.longest();
        if (longest > BYTES_OF_TEXT) {
            return NativeType.refused(
                    "it is in a key, and its longest value has " + longest
                            + " characters: Oracle indexes no text of more than " + BYTES_OF_TEXT + " bytes",
                    type);
        }
        int length = longest <= SHORT_KEY ? SHORT_KEY : longest <= SURE_CHARACTERS ? SURE_CHARACTERS : BYTES_OF_TEXT;
        return NativeType.widened(
                characters(length),
                "it is in a key, where Oracle takes bounded text alone; its longest value has " + longest
                        + " characters",
                type);
    }

    private static NativeType binary(LogicalType.Binary type, ColumnUse use) {
        if (type.length().isPresent()
                && type.length().getAsInt() >= 1
                && type.length().getAsInt() <= BYTES_OF_RAW) {
            return NativeType.exact("RAW(" + type.length().getAsInt() + ")", type);
        }
        if (!use.keyed()) {
            return NativeType.exact("BLOB", type);
        }
        return use.longest() > BYTES_OF_RAW
                ? NativeType.refused(
                        "it is in a key, and its longest value has " + use.longest()
                                + " bytes: Oracle indexes no more than " + BYTES_OF_RAW,
                        type)
                : NativeType.widened(
                        "RAW(" + BYTES_OF_RAW + ")", "it is in a key, where Oracle takes bounded bytes alone", type);
    }

    private static NativeType time(LogicalType.Time type) {
        return NativeType.widened(
                "INTERVAL DAY(1) TO SECOND(" + type.precision() + ")",
                "Oracle has no time of day: kept as the span since midnight",
                type);
    }

    private static NativeType timestamp(LogicalType.Timestamp type, ColumnUse use) {
        if (!type.zoned()) {
            return NativeType.exact(type.precision() == 0 ? "DATE" : "TIMESTAMP(" + type.precision() + ")", type);
        }
        String sql = "TIMESTAMP(" + type.precision() + ") WITH ";
        return use.keyed()
                ? NativeType.widened(
                        sql + "LOCAL TIME ZONE",
                        "Oracle takes no TIMESTAMP WITH TIME ZONE in a key; shown in the session's zone",
                        type)
                : NativeType.exact(sql + "TIME ZONE", type);
    }

    private static NativeType documents(LogicalType type, ColumnUse use, String reason) {
        if (!use.keyed()) {
            return NativeType.widened("CLOB", reason, type);
        }
        NativeType key = keyText(type, use);
        return key.fidelity() == Fidelity.REFUSED ? key : NativeType.widened(key.sql(), reason, type);
    }

    private static NativeType oneOf(LogicalType.Enumeration type) {
        return members(type, type.members(), longest(type.members()));
    }

    private static NativeType someOf(LogicalType.Members type) {
        int all = type.members().stream().mapToInt(OracleTypes::length).sum()
                + type.members().size();
        return members(type, type.members(), Math.max(1, all));
    }

    private static NativeType members(LogicalType type, List<String> members, int length) {
        String sql = members.isEmpty() || length > SURE_CHARACTERS ? characters(SURE_CHARACTERS) : characters(length);
        return NativeType.widened(sql, "any text is taken, not the declared members alone", type);
    }

    private static int longest(List<String> members) {
        return Math.max(1, members.stream().mapToInt(OracleTypes::length).max().orElse(1));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static NativeType bits(LogicalType.Bits type, ColumnUse use) {
        String reason = "Oracle has no bits: kept as the digits 0 and 1";
        return type.length() >= 1 && type.length() <= BYTES_OF_TEXT
                ? NativeType.widened(characters(type.length()), reason, type)
                : documents(type, use, reason);
    }

    private static NativeType refusedWhereKeyed(NativeType type, ColumnUse use) {
        return use.keyed() ? NativeType.refused("it is in a key, and Oracle indexes no BLOB", type.held()) : type;
    }
}
