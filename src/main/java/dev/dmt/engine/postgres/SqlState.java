package dev.dmt.engine.postgres;

import dev.dmt.error.ErrorCode;

/** What each SQLSTATE means for an orchestrator. */
final class SqlState {
    private SqlState() {}

    static ErrorCode meaning(String state) {
        return switch (state) {
            case "42501", "3F000", "25006" -> ErrorCode.PERMISSION;
            case "3D000", "2BP01" -> ErrorCode.CONFIG;
            case "53100" -> ErrorCode.STORAGE_FULL;
            case "53200", "53300", "53400" -> ErrorCode.TRANSIENT;
            case "40001", "40P01", "55P03", "55006" -> ErrorCode.TRANSIENT;
            case "57P01", "57P02", "57P03", "57P05", "57014", "25P03", "25P04" -> ErrorCode.TRANSIENT;
            case "XX001", "XX002" -> ErrorCode.DATA;
            case "42P01", "42703" -> ErrorCode.DATA;
            default -> classMeaning(state.length() < 2 ? "" : state.substring(0, 2));
        };
    }

    private static ErrorCode classMeaning(String stateClass) {
        return switch (stateClass) {
            case "28" -> ErrorCode.AUTHENTICATION;
            case "08", "58" -> ErrorCode.TRANSIENT;
            case "22", "23", "44", "54", "P0" -> ErrorCode.DATA;
            default -> ErrorCode.INTERNAL;
        };
    }

    /** The server's own words for these may quote a row's values. */
    static boolean quotesValues(String state) {
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("44") || state.startsWith("P0");
    }

    /** What went wrong with a row, in words that hold no value of it. */
    static String describe(String state) {
        return switch (state) {
            case "22001" -> "a value is too long for its column";
            case "22003" -> "a number is out of its column's range";
            case "22007", "22008" -> "a value is no date or time that the column takes";
            case "22021" -> "a text holds bytes that the server's encoding does not have";
            case "22P02", "22P03" -> "a value cannot be read in its column's type";
            case "22P04" -> "a line does not have the columns that are loaded";
            case "22P05" -> "a character does not exist in the server's encoding";
            case "23502" -> "a value is missing in a column that must have one";
            case "23503" -> "a row refers to a row that is not there";
            case "23505" -> "a key occurs more than once";
            case "23514" -> "a row violates a check";
            case "23P01" -> "rows overlap that must not";
            default -> "the server refused a row";
        };
    }
}
