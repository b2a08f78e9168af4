package dev.dmt.engine.mysql;

import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.NativeType;
import dev.dmt.engine.TargetTypes;
import dev.dmt.schema.Collation;
import dev.dmt.schema.LogicalType;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** MySQL's and MariaDB's types for the logical ones. */
final class MysqlTypes implements TargetTypes {
    private static final int MOST_DIGITS = 65;
    private static final int MOST_SCALE = 30;
    private static final int MICROSECONDS = 6;
    private static final int MOST_BITS = 64;
    private static final int MOST_MEMBERS_OF_SET = 64;
    private static final int LONGEST_CHAR = 255;
    private static final String UUID = "char(36) CHARACTER SET ascii COLLATE ascii_bin";

    /** A text's own collation is kept; any other is compared exactly. */
    @Override
    public Collation collation(LogicalType type) {
        return type instanceof LogicalType.Text text && !ColumnSpelling.of(text).isEmpty()
                ? text.collation().map(MysqlCollations::of).orElse(Collation.EXACT)
                : Collation.EXACT;
    }

    /** Large objects only by a prefix, which would make another key of it. */
    @Override
    public boolean isIndexable(String nativeType, boolean unique) {
        String name = nativeType.toLowerCase(Locale.ROOT);
        if (!unique) {
            return !name.equals("json");
        }
        return Stream.of(
                        "json",
                        "tinytext",
                        "text",
                        "mediumtext",
                        "longtext",
                        "tinyblob",
                        "blob",
                        "mediumblob",
                        "longblob")
                .noneMatch(large -> name.equals(large) || name.startsWith(large + " ") || name.startsWith(large + "("));
    }

    @Override
    public NativeType nativeType(LogicalType type, ColumnUse use) {
        return switch (type.kind()) {
            case BOOLEAN -> NativeType.exact("tinyint(1)", type);
            case INTEGER -> integer((LogicalType.Int) type);
            case DECIMAL -> decimal((LogicalType.Decimal) type);
            case FLOAT -> NativeType.exact(((LogicalType.Floating) type).bits() == 32 ? "float" : "double", type);
            case TEXT -> new BoundedText(use).of((LogicalType.Text) type);
            case BINARY -> new BoundedText(use).of((LogicalType.Binary) type);
            case DATE -> NativeType.exact("date", type);
            case TIME -> time((LogicalType.Time) type);
            case TIMESTAMP -> timestamp((LogicalType.Timestamp) type);
            case INTERVAL -> NativeType.widened("varchar(64)", "spans of time are kept as ISO 8601 writes them", type);
            case UUID -> NativeType.widened(UUID, "any 36 characters are taken", type);
            case JSON -> json((LogicalType.Json) type);
            case XML -> NativeType.widened("longtext", "any text is taken", type);
            case ENUMERATION -> enumeration((LogicalType.Enumeration) type);
            case SET -> set((LogicalType.Members) type);
            case BITS -> bits((LogicalType.Bits) type);
            case ARRAY -> NativeType.widened("json", "an array becomes a JSON array", new LogicalType.Json(true));
            case GEOMETRY ->
                ((LogicalType.Geometry) type).geography()
                        ? NativeType.widened("geometry", "shapes on the globe are kept as shapes in a plane", type)
                        : NativeType.exact("geometry", type);
            case ROW_VERSION ->
                NativeType.widened(
                        "varbinary(8)", "its values are kept; the target does not change them with the row", type);
            case NATIVE -> NativeType.exact(((LogicalType.Native) type).sql(), type);
            case UNKNOWN ->
                NativeType.refused(
                        "dmt does not know the type " + ((LogicalType.Unknown) type).nativeName()
                                + "; say in migration.types what it is",
                        type);
        };
    }

    private static NativeType integer(LogicalType.Int type) {
        String name = switch (type.bits()) {
            case 8 -> "tinyint";
            case 16 -> "smallint";
            case 24 -> "mediumint";
            case 32 -> "int";
            default -> "bigint";
        };
        return NativeType.exact(type.signed() ? name : name + " unsigned", type);
    }

    /** A value that needs more digits is refused by the load, never cut. */
    private static NativeType decimal(LogicalType.Decimal type) {
        int precision = type.precision().orElse(Integer.MAX_VALUE);
        if (precision >= 1
                && precision <= MOST_DIGITS
                && type.scale() >= 0
                && type.scale() <= MOST_SCALE
                && type.scale() <= precision) {
            return NativeType.exact("decimal(" + precision + "," + type.scale() + ")", type);
        }
        int scale = type.precision().isEmpty() ? MOST_SCALE : Math.max(0, Math.min(type.scale(), MOST_SCALE));
        return NativeType.lossy(
                "decimal(" + MOST_DIGITS + "," + scale + ")",
                "a decimal of MySQL has at most " + MOST_DIGITS + " digits, " + scale
                        + " of them behind the point here; a row that needs more is refused",
                new LogicalType.Decimal(MOST_DIGITS, scale));
    }

    private static NativeType time(LogicalType.Time type) {
        return type.precision() > MICROSECONDS
                ? NativeType.lossy("time(6)", cut(type.precision()), new LogicalType.Time())
                : NativeType.exact("time" + precision(type.precision()), type);
    }

    /** A timestamp of MySQL ends in 2038. */
    private static NativeType timestamp(LogicalType.Timestamp type) {
        int precision = Math.min(type.precision(), MICROSECONDS);
        String sql = "datetime" + precision(precision);
        LogicalType held = new LogicalType.Timestamp(type.zoned(), precision);
        if (type.precision() > MICROSECONDS) {
            return NativeType.lossy(sql, cut(type.precision()), held);
        }
        return type.zoned()
                ? NativeType.widened(
                        sql, "instants are kept as their UTC reading: MySQL's timestamp ends in the year 2038", held)
                : NativeType.exact(sql, held);
    }

    private static String precision(int digits) {
        return digits == 0 ? "" : "(" + digits + ")";
    }

    private static String cut(int digits) {
        return "MySQL keeps 6 of the " + digits + " digits of a second; the rest is cut off";
    }

    /** MySQL keeps what a document means, MariaDB its text. */
    private static NativeType json(LogicalType.Json type) {
        return type.binary()
                ? NativeType.exact("json", type)
                : NativeType.widened(
                        "json",
                        "MySQL writes a document its own way: blanks, and the order of keys, may change",
                        new LogicalType.Json(true));
    }

    private static NativeType enumeration(LogicalType.Enumeration type) {
        return areKept(type.members())
                ? NativeType.exact("enum(" + members(type.members()) + ")", type)
                : NativeType.widened("longtext", "its members cannot all be told apart in an enum of MySQL", type);
    }

    private static NativeType set(LogicalType.Members type) {
        boolean kept = areKept(type.members())
                && type.members().size() <= MOST_MEMBERS_OF_SET
                && type.members().stream().noneMatch(member -> member.contains(",") || member.isEmpty());
        return kept
                ? NativeType.exact("set(" + members(type.members()) + ")", type)
                : NativeType.widened("longtext", "MySQL has no set of these members", type);
    }

    /** The server strips blanks at a member's end. */
    private static boolean areKept(List<String> members) {
        return !members.isEmpty()
                && members.stream().noneMatch(member -> member.endsWith(" ") || member.length() > LONGEST_CHAR);
    }

    private static String members(List<String> members) {
        return members.stream().map(MysqlIdentifiers::literal).collect(Collectors.joining(","));
    }

    private static NativeType bits(LogicalType.Bits type) {
        return type.varying() || type.length() > MOST_BITS
                ? NativeType.widened(
                        new BoundedText(ColumnUse.PLAIN)
                                .of(new LogicalType.Text(OptionalInt.of(type.length())))
                                .sql(),
                        "bits are kept as the digits 0 and 1",
                        type)
                : NativeType.exact("bit(" + type.length() + ")", type);
    }
}
