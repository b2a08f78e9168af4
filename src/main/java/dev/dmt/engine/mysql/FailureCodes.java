package dev.dmt.engine.mysql;

import dev.dmt.error.ErrorCode;
import java.util.Map;

/** What the server's error numbers mean, and what to say of those whose own words quote values of a row. */
final class FailureCodes {
    static final int ROWS_REFUSED = 99_001;
    static final int ROWS_LOST = 99_002;
    static final int DUPLICATE_KEY = 1062;
    static final int DEADLOCK = 1213;
    static final int LOCK_TIMEOUT = 1205;
    static final int NO_SUCH_TABLE = 1146;
    private static final int NOWAIT = 3572;
    private static final Map<Integer, String> ROW_TROUBLE = Map.ofEntries(
            Map.entry(1048, "a value is missing in a column that must have one"),
            Map.entry(1062, "a key occurs more than once"),
            Map.entry(1264, "a number is out of its column's range"),
            Map.entry(1265, "a value does not fit its column and would be cut"),
            Map.entry(1292, "a value is no date, time or number that the column takes"),
            Map.entry(1364, "a column without a default was given no value"),
            Map.entry(1366, "a value cannot be read in its column's type or character set"),
            Map.entry(1367, "a value is no number that the column takes"),
            Map.entry(1406, "a value is too long for its column"),
            Map.entry(1411, "a value cannot be read in its column's type"),
            Map.entry(1416, "a value is no shape that the server knows"),
            Map.entry(1441, "a date is out of range"),
            Map.entry(1451, "a row is referred to by rows of another table"),
            Map.entry(1452, "a row refers to a row that is not there"),
            Map.entry(1586, "a key occurs more than once"),
            Map.entry(1690, "a number is out of range"),
            Map.entry(3140, "a value is no JSON document"),
            Map.entry(3141, "a value is no JSON document"),
            Map.entry(3819, "a row violates a check"),
            Map.entry(4025, "a row violates a check"),
            Map.entry(4161, "a value cannot be read in its column's type"),
            Map.entry(ROWS_REFUSED, "rows break a rule that was to be added"),
            Map.entry(ROWS_LOST, "the server took fewer rows than it was sent"));
    private static final String REFUSED_ROW = "the server refused a row";

    private FailureCodes() {}

    static ErrorCode meaning(int number, String state) {
        return switch (number) {
            case 1045, 1698, 1820, 1862, 3118, 4151 -> ErrorCode.AUTHENTICATION;
            case 1044, 1142, 1143, 1227, 1370, 1419, 1290, 1836, 3948, 4166 -> ErrorCode.PERMISSION;
            case 1049, 1193, 1273, 1115 -> ErrorCode.CONFIG;
            case 1021, 1114, 1041 -> ErrorCode.STORAGE_FULL;
            case 1040, 1203, 1226, 1053, 1077, 1079, 1152, 1158, 1159, 1160, 1161, 1184, 1927, 1969 ->
                ErrorCode.TRANSIENT;
            case 1180, 1205, 1213, 1317, 1412, 1614, 1637, 2006, 2013, 3024, 3058, 3101, 3572 -> ErrorCode.TRANSIENT;
            case 1050, 1051, 1054, 1061, 1068, 1071, 1091, 1118, 1146, 1170, 1215, 1826, 1832, 3780, 3822 ->
                ErrorCode.DATA;
            default -> ROW_TROUBLE.containsKey(number) ? ErrorCode.DATA : classMeaning(state);
        };
    }

    private static ErrorCode classMeaning(String state) {
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "" -> ErrorCode.TRANSIENT;
            case "28" -> ErrorCode.AUTHENTICATION;
            case "08" -> ErrorCode.TRANSIENT;
            case "40" -> ErrorCode.TRANSIENT;
            case "21", "22", "23" -> ErrorCode.DATA;
            default -> ErrorCode.INTERNAL;
        };
    }

    static boolean quotesValues(int number, String state) {
        return ROW_TROUBLE.containsKey(number) || state.startsWith("22") || state.startsWith("23");
    }

    static String describe(int number) {
        return ROW_TROUBLE.getOrDefault(number, REFUSED_ROW);
    }

    static boolean isContention(int number) {
        return number == DEADLOCK || number == LOCK_TIMEOUT || number == DUPLICATE_KEY || number == NOWAIT;
    }
}
