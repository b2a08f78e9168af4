package dev.dmt.zero;

import java.util.regex.Pattern;

/** What a column that refers to another row says of that row: {@code billing_address} of {@code billing_address_id}. */
final class Role {
    private static final String NOT_IN_WORDS = "[^\\p{L}\\p{N}]+";

    private static final Pattern REFERRING_END = Pattern.compile(
            "(?:" + NOT_IN_WORDS
                    + "(?i:id|fk|pk|uuid|guid|key|ref|code)|(?<=[\\p{Ll}\\p{N}])(?:I[Dd]|F[Kk]|U(?:UID|uid)|G(?:UID|uid)|Key|Ref|Code))$");

    private static final Pattern REFERRING_START =
            Pattern.compile("^(?:(?i:fk|id)" + NOT_IN_WORDS + "|(?:fk|id)(?=\\p{Lu}))");

    private Role() {}

    /** The column itself where nothing can be taken from it. */
    static String of(String column, String referencedColumn) {
        String end = withoutReferenced(column, referencedColumn);
        String shorter = orElse(REFERRING_END.matcher(end).replaceFirst(""), end);
        // customer_id_fk
        shorter = orElse(REFERRING_END.matcher(shorter).replaceFirst(""), shorter);
        return orElse(REFERRING_START.matcher(shorter).replaceFirst(""), shorter);
    }

    /** Country_name, where it refers to a column called name. */
    private static String withoutReferenced(String column, String referenced) {
        int cut = column.length() - referenced.length();
        if (cut <= 0 || referenced.isEmpty() || !column.substring(cut).equalsIgnoreCase(referenced)) {
            return column;
        }
        boolean newWord = !Character.isLetterOrDigit(column.charAt(cut - 1))
                || (Character.isUpperCase(column.charAt(cut)) && Character.isLowerCase(column.charAt(cut - 1)));
        return newWord ? orElse(column.substring(0, cut).replaceFirst(NOT_IN_WORDS + "$", ""), column) : column;
    }

    private static String orElse(String shortened, String whole) {
        return shortened.codePoints().anyMatch(Character::isLetterOrDigit) ? shortened : whole;
    }
}
