package dev.dmt.engine.postgres;

import dev.dmt.engine.ValueQuestion.Risk;

/** A risk as a condition on a column, written so that no value makes it fail. */
final class RiskCondition {
    static final String NEVER = "false";

    private static final String LARGEST_SAFE = "9007199254740991";
    private static final String LARGEST_DOUBLE = "1.7976931348623157e308";
    private static final String LEAST_DOUBLE = "4.94e-324";
    private static final String LAST_SAFE_MOMENT = "'287396-10-12 08:59:00.991+00'";
    private static final String LAST_SAFE_DAY = "'287396-10-12'";
    private static final String LAST_MOMENT = "'275760-09-13 00:00:00+00'";
    private static final String LAST_DAY = "'275760-09-13'";

    private RiskCondition() {}

    /** Never true where values of the type are not at that risk. */
    static String of(Risk risk, String type, String column) {
        return switch (risk) {
            case BEYOND_SAFE_INTEGER -> beyondSafeInteger(type, column);
            case LOSES_DIGITS -> losesDigits(type, column);
            case NOT_FINITE -> notFinite(type, column);
            case BEYOND_SAFE_MOMENT -> beyondSafeMoment(type, column);
            case BEYOND_CALENDAR -> beyondCalendar(type, column);
        };
    }

    /** No bigint's absolute value: the least has none. A double beyond 2^53 is whole, so a decimal's fraction is no matter. */
    private static String beyondSafeInteger(String type, String column) {
        return switch (type) {
            case "int8" -> column + " NOT BETWEEN -" + LARGEST_SAFE + " AND " + LARGEST_SAFE;
            case "numeric" ->
                column + "::numeric NOT BETWEEN -" + LARGEST_SAFE + " AND " + LARGEST_SAFE + " AND NOT "
                        + notFinite(type, column);
            default -> NEVER;
        };
    }

    /**
     * Fifteen digits come through every double, which is quickly seen. The cast fails for what is too large or too small for
     * a double; its text is the shortest that leads back to it.
     */
    private static String losesDigits(String type, String column) {
        if (!type.equals("numeric")) {
            return NEVER;
        }
        String value = column + "::numeric";
        return "CASE WHEN scale(" + value + ") <= 6 AND abs(" + value + ") < 1e9 THEN false"
                + " WHEN " + notFinite(type, column) + " OR " + value + " = 0 THEN false"
                + " WHEN abs(" + value + ") NOT BETWEEN " + LEAST_DOUBLE + " AND " + LARGEST_DOUBLE + " THEN true"
                + " ELSE " + value + " <> " + value + "::float8::text::numeric END";
    }

    private static String notFinite(String type, String column) {
        return switch (type) {
            case "numeric", "float4", "float8" -> column + "::" + type + " IN ('NaN', 'Infinity', '-Infinity')";
            default -> NEVER;
        };
    }

    private static String beyondSafeMoment(String type, String column) {
        return later(type, column, LAST_SAFE_DAY, LAST_SAFE_MOMENT, " AND %s < 'infinity'");
    }

    /** A JavaScript date ends at 8.64e15 ms; before its beginning no date or moment of PostgreSQL lies but one. */
    private static String beyondCalendar(String type, String column) {
        return later(type, column, LAST_DAY, LAST_MOMENT, " OR %s = '-infinity'");
    }

    private static String later(String type, String column, String lastDay, String lastMoment, String otherwise) {
        String value = column + "::" + type;
        return switch (type) {
            case "date" -> "(" + value + " > date " + lastDay + otherwise.replace("%s", value) + ")";
            case "timestamp", "timestamptz" ->
                "(" + value + " > " + type + " " + lastMoment + otherwise.replace("%s", value) + ")";
            default -> NEVER;
        };
    }
}
