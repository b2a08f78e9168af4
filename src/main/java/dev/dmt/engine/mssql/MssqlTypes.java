package dev.dmt.engine.mssql;

import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.NativeType;
import dev.dmt.engine.TargetTypes;
import dev.dmt.schema.Collation;
import dev.dmt.schema.LogicalType;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** SQL Server's types for the logical ones. */
final class MssqlTypes implements TargetTypes {

    /** In UTF-16 units; beyond it there is max alone. */
    static final int LONGEST_UNICODE = 4000;

    static final int LONGEST_BYTES = 8000;
    static final int MOST_DIGITS = 38;

    /** What a clustered and any other index takes, in bytes. */
    static final int CLUSTERED_KEY = 900;

    static final int PLAIN_KEY = 1700;

    /** Keys of other engines tell cases and accents apart, which SQL Server's usual collations do not. */
    private static final String EXACT_COLLATION = "Latin1_General_100_BIN2";

    private static final Collation OF_KEYS = MssqlCollations.of(EXACT_COLLATION);

    private static final String TO_THE_LETTER = " COLLATE " + EXACT_COLLATION;

    private static final int HUNDRED_NANOSECONDS = 7;
    private static final int ROW_VERSION_BYTES = 8;
    private static final int INTERVAL_CHARACTERS = 100;

    @Override
    public boolean isIndexable(String nativeType, boolean unique) {
        String name = nativeType.toLowerCase(Locale.ROOT);
        return !name.contains("(max)")
                && Stream.of("xml", "text", "ntext", "image", "geometry", "geography")
                        .noneMatch(name::equals);
    }

    @Override
    public NativeType nativeType(LogicalType type, ColumnUse use) {
        return switch (type.kind()) {
            case BOOLEAN -> NativeType.exact("bit", type);
            case INTEGER -> integer((LogicalType.Int) type);
            case DECIMAL -> decimal((LogicalType.Decimal) type, use);
            case FLOAT -> NativeType.exact(((LogicalType.Floating) type).bits() == 32 ? "real" : "float", type);
            case TEXT -> text((LogicalType.Text) type, use);
            case BINARY -> binary((LogicalType.Binary) type, use);
            case DATE -> NativeType.exact("date", type);
            case TIME -> time((LogicalType.Time) type);
            case TIMESTAMP -> timestamp((LogicalType.Timestamp) type);
            case INTERVAL ->
                NativeType.widened(
                        "varchar(" + INTERVAL_CHARACTERS + ")", "an interval is kept as ISO 8601 writes it", type);
            case UUID -> NativeType.exact("uniqueidentifier", type);
            case JSON -> NativeType.widened("nvarchar(max)", "JSON is kept as its text", type);
            case XML ->
                NativeType.widened(
                        "nvarchar(max)",
                        "XML is kept to the letter as its text; CONVERT(xml, column, 1) makes it xml, which writes it anew",
                        type);
            case ENUMERATION -> members(((LogicalType.Enumeration) type).members(), use, type);
            case SET -> set((LogicalType.Members) type, use);
            case BITS -> bits((LogicalType.Bits) type);
            case ARRAY -> NativeType.widened("nvarchar(max)", "an array becomes a JSON array", type);
            case GEOMETRY ->
                NativeType.widened(
                        "varbinary(max)",
                        "shapes are kept as EWKB with their SRID; geometry::STGeomFromWKB makes them shapes again",
                        type);
            case ROW_VERSION ->
                NativeType.widened(
                        "binary(" + ROW_VERSION_BYTES + ")",
                        "its values are kept; the target does not change them with the row",
                        type);
            case NATIVE -> NativeType.exact(((LogicalType.Native) type).sql(), type);
            case UNKNOWN ->
                NativeType.refused(
                        "dmt does not know the type " + ((LogicalType.Unknown) type).nativeName()
                                + "; say in migration.types what it is",
                        type);
        };
    }

    /** That of keys, which are to the letter but for blanks at the end: no collation of SQL Server's minds those. */
    @Override
    public Collation collation(LogicalType type) {
        return type instanceof LogicalType.Text text && OwnText.is(text)
                ? MssqlCollations.of(text.collation().orElseThrow())
                : OF_KEYS;
    }

    private static NativeType integer(LogicalType.Int type) {
        if (type.bits() == 8 && !type.signed()) {
            return NativeType.exact("tinyint", type);
        }
        int needed = type.signed() ? type.bits() : type.bits() + 1;
        return NativeType.exact(needed <= 16 ? "smallint" : needed <= 32 ? "int" : "bigint", type);
    }

    private static NativeType decimal(LogicalType.Decimal type, ColumnUse use) {
        if (type.precision().isEmpty()) {
            return digitsAsText("SQL Server has no decimal without bounds: its digits are kept as text", type, use);
        }
        int scale = Math.max(type.scale(), 0);
        int precision = Math.max(type.precision().getAsInt() - Math.min(type.scale(), 0), scale);
        if (precision < 1 || precision > MOST_DIGITS) {
            return digitsAsText("SQL Server's decimals have at most 38 digits: its digits are kept as text", type, use);
        }
        String sql = "decimal(" + precision + "," + scale + ")";
        return precision == type.precision().getAsInt() && scale == type.scale()
                ? NativeType.exact(sql, type)
                : NativeType.widened(sql, "SQL Server has no " + type + "; " + sql + " holds every value", type);
    }

    private static NativeType digitsAsText(String reason, LogicalType.Decimal type, ColumnUse use) {
        return NativeType.widened(use.keyed() ? "varchar(" + CLUSTERED_KEY + ")" : "varchar(max)", reason, type);
    }

    /** True where the digits of such a decimal are in a text column. */
    static boolean isDigits(LogicalType type) {
        return type instanceof LogicalType.Decimal decimal
                && (decimal.precision().isEmpty()
                        || Math.max(
                                        decimal.precision().getAsInt() - Math.min(decimal.scale(), 0),
                                        Math.max(decimal.scale(), 0))
                                > MOST_DIGITS
                        || decimal.precision().getAsInt() < 1);
    }

    /** A character beyond U+FFFF counts twice, unless the source counts so too (which is what national means). */
    private static NativeType text(LogicalType.Text type, ColumnUse use) {
        if (OwnText.is(type)) {
            return NativeType.exact(OwnText.sql(type), type);
        }
        if (type.length().isEmpty()) {
            return use.keyed() ? keyedText(type, use) : NativeType.exact("nvarchar(max)", type);
        }
        int length = Math.max(type.length().getAsInt(), 1);
        long units = type.national() ? length : 2L * length;
        if (units > LONGEST_UNICODE) {
            return use.keyed()
                    ? keyedText(type, use)
                    : NativeType.widened(
                            "nvarchar(max)", "SQL Server's texts of a length end at 4000 UTF-16 units", type);
        }
        String sql = (type.fixed() ? "nchar(" : "nvarchar(") + units + ")" + (use.keyed() ? TO_THE_LETTER : "");
        return type.national()
                ? NativeType.exact(sql, type)
                : NativeType.widened(
                        sql,
                        "SQL Server counts UTF-16 units, of which a character takes up to two: " + units + " hold any "
                                + length,
                        type);
    }

    private static NativeType keyedText(LogicalType.Text type, ColumnUse use) {
        long units = 2 * use.longest();
        if (units > PLAIN_KEY / 2) {
            return NativeType.refused(
                    "it is in a key or an index, and its longest value has " + use.longest()
                            + " characters, where SQL Server indexes 1700 bytes; take the key or index out in the source",
                    type);
        }
        int room = units <= CLUSTERED_KEY / 2 ? CLUSTERED_KEY / 2 : PLAIN_KEY / 2;
        return NativeType.lossy(
                "nvarchar(" + room + ")" + TO_THE_LETTER,
                "SQL Server indexes no text without bounds: it takes " + room
                        + " UTF-16 units, enough for what is there; longer ones are refused",
                type);
    }

    private static NativeType binary(LogicalType.Binary type, ColumnUse use) {
        OptionalInt length = type.length();
        if (length.isPresent() && length.getAsInt() >= 1 && length.getAsInt() <= LONGEST_BYTES) {
            return NativeType.exact((type.fixed() ? "binary(" : "varbinary(") + length.getAsInt() + ")", type);
        }
        if (!use.keyed()) {
            return length.isEmpty()
                    ? NativeType.exact("varbinary(max)", type)
                    : NativeType.widened("varbinary(max)", "SQL Server's binaries of a length end at 8000 bytes", type);
        }
        if (use.longest() > PLAIN_KEY) {
            return NativeType.refused(
                    "it is in a key or an index, and its longest value has " + use.longest()
                            + " bytes, where SQL Server indexes 1700; take the key or index out in the source",
                    type);
        }
        int room = use.longest() <= CLUSTERED_KEY ? CLUSTERED_KEY : PLAIN_KEY;
        return NativeType.lossy(
                "varbinary(" + room + ")",
                "SQL Server indexes no binary without bounds: it takes " + room
                        + " bytes, enough for what is there; longer ones are refused",
                type);
    }

    private static NativeType time(LogicalType.Time type) {
        return type.precision() > HUNDRED_NANOSECONDS
                ? NativeType.lossy("time(7)", cut(type.precision()), new LogicalType.Time(HUNDRED_NANOSECONDS))
                : NativeType.exact("time(" + type.precision() + ")", type);
    }

    private static NativeType timestamp(LogicalType.Timestamp type) {
        String base = type.zoned() ? "datetimeoffset(" : "datetime2(";
        return type.precision() > HUNDRED_NANOSECONDS
                ? NativeType.lossy(
                        base + HUNDRED_NANOSECONDS + ")",
                        cut(type.precision()),
                        new LogicalType.Timestamp(type.zoned(), HUNDRED_NANOSECONDS))
                : NativeType.exact(base + type.precision() + ")", type);
    }

    private static String cut(int digits) {
        return "SQL Server keeps 7 of the " + digits + " digits of a second; the rest is cut off";
    }

    private static NativeType members(List<String> members, ColumnUse use, LogicalType type) {
        int longest = members.stream().mapToInt(String::length).max().orElse(1);
        return listed(longest, use, type);
    }

    private static NativeType set(LogicalType.Members type, ColumnUse use) {
        return listed(
                type.members().stream().mapToInt(member -> member.length() + 1).sum(), use, type);
    }

    private static NativeType listed(int longest, ColumnUse use, LogicalType type) {
        String sql = longest <= LONGEST_UNICODE ? "nvarchar(" + Math.max(longest, 1) + ")" : "nvarchar(max)";
        return NativeType.widened(
                sql + (use.keyed() ? TO_THE_LETTER : ""), "any text is taken, not the declared members alone", type);
    }

    private static NativeType bits(LogicalType.Bits type) {
        String sql = type.length() <= LONGEST_BYTES ? "varchar(" + Math.max(type.length(), 1) + ")" : "varchar(max)";
        return NativeType.widened(sql, "bits are kept as the digits 0 and 1", type);
    }
}
