package dev.dmt.zero;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names Zero accepts, and what becomes of one that it does not. One table or column in the publication with any
 * other name keeps the whole database from being synced.
 */
public final class ZeroNameRule {
    private static final Pattern TABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern COLUMN = Pattern.compile("[A-Za-z_][.A-Za-z0-9_-]*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Names that SQLite, in which Zero keeps its copy, has for itself, and those that Zero then never looks at. */
    private static final Pattern HIDDEN =
            Pattern.compile("(sqlite|.litestream.|.zero\\.).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Zero's own column, and the one name that a JavaScript object cannot have as a key like any other. */
    private static final Set<String> RESERVED_COLUMNS = Set.of("_0_version", "__proto__");

    private ZeroNameRule() {}

    public static boolean acceptsTable(String name) {
        return isTableSpelling(name) && !isHidden(name);
    }

    public static boolean acceptsColumn(String name) {
        return COLUMN.matcher(name).matches() && !isReservedColumn(name);
    }

    /** The name itself where Zero accepts it. */
    public static String acceptedTableName(String wanted) {
        String name = acceptsTable(wanted) ? wanted : spelled(wanted, TABLE);
        return isHidden(name) ? "t_" + name : name;
    }

    /** The name itself where Zero accepts it. */
    public static String acceptedColumnName(String wanted) {
        String name = acceptsColumn(wanted) ? wanted : spelled(wanted, COLUMN);
        return isReservedColumn(name) ? "c" + name : name;
    }

    static boolean isTableSpelling(String name) {
        return TABLE.matcher(name).matches();
    }

    /**
     * Whether Zero overlooks or fails over it for its name alone.
     *
     * @param replicaName as Zero's copy calls the table: with its schema, unless that is public
     */
    static boolean isHidden(String replicaName) {
        return HIDDEN.matcher(replicaName).matches();
    }

    static boolean isReservedColumn(String name) {
        return RESERVED_COLUMNS.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static String spelled(String wanted, Pattern accepted) {
        String plain = MARKS.matcher(Normalizer.normalize(wanted, Normalizer.Form.NFKD))
                .replaceAll("");
        StringBuilder name = new StringBuilder();
        plain.codePoints().forEach(c -> name.append(letters(c, accepted)));
        if (name.length() == 0) {
            return "_";
        }
        return accepted.matcher(name).matches() ? name.toString() : "_" + name;
    }

    /** What Unicode does not take apart although everybody writes it in plain letters. */
    private static String letters(int codePoint, Pattern accepted) {
        return switch (codePoint) {
            case 'ß' -> "ss";
            case 'ẞ' -> "SS";
            case 'æ' -> "ae";
            case 'Æ' -> "AE";
            case 'œ' -> "oe";
            case 'Œ' -> "OE";
            case 'ø' -> "o";
            case 'Ø' -> "O";
            case 'đ' -> "d";
            case 'Đ' -> "D";
            case 'ł' -> "l";
            case 'Ł' -> "L";
            case 'ı' -> "i";
            default -> {
                String text = Character.toString(codePoint);
                yield accepted.matcher("_" + text).matches() ? text : "_";
            }
        };
    }
}
