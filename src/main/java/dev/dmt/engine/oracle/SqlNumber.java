package dev.dmt.engine.oracle;

import dev.dmt.error.ErrorCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Oracle's error numbers mean, and how to say those whose texts may quote a row. */
final class SqlNumber {
    private static final Set<Integer> AUTHENTICATION = Set.of(
            1004, 1005, 1017, 1035, 1045, 12638, 12641, 17443, 18718, 28000, 28001, 28003, 28030, 28040, 28273, 28759);
    private static final Set<Integer> PERMISSION = Set.of(990, 1031, 1720, 1918, 1950, 2030, 12829, 28113, 41900);
    private static final Set<Integer> UNREACHABLE = Set.of(
            12154, 12170, 12203, 12500, 12516, 12519, 12520, 12528, 12533, 12537, 12541, 12543, 12545, 17002, 17820,
            17868);
    private static final Set<Integer> CONFIG = Set.of(12504, 12505, 12514, 12521, 12560, 17067, 28860, 29024);
    private static final Set<Integer> FULL = Set.of(
            257, 1536, 1630, 1631, 1632, 1650, 1651, 1652, 1653, 1654, 1655, 1656, 1658, 1659, 1683, 1688, 1691, 1692,
            27061, 30036, 61911);
    private static final Set<Integer> TRANSIENT = Set.of(
            18, 20, 24, 28, 31, 51, 54, 55, 60, 600, 1012, 1013, 1014, 1033, 1034, 1089, 1090, 1092, 1109, 1410, 1466,
            1555, 2391, 2396, 2399, 3113, 3114, 3135, 3136, 3150, 4020, 4021, 4031, 4036, 4068, 7445, 8103, 8176, 8177,
            8180, 8181, 8186, 12153, 12547, 12570, 12571, 12582, 12583, 12592, 12599, 12606, 12609, 12636, 12838, 17008,
            17009, 17410, 17416, 17447, 22924, 25408, 30006, 51535);

    /** Errors of a row or a value; the words of many quote it. */
    private static final Map<Integer, String> OF_ROWS = Map.ofEntries(
            Map.entry(1, "a unique key has the value already"),
            Map.entry(1400, "a column that must not be NULL would be NULL"),
            Map.entry(1401, "a value is too long for its column"),
            Map.entry(1407, "a column that must not be NULL would be NULL"),
            Map.entry(1426, "a number overflows"),
            Map.entry(1438, "a number has more digits than its column"),
            Map.entry(1455, "a number overflows"),
            Map.entry(1461, "a value is too long for its column"),
            Map.entry(1465, "bytes are no hex digits"),
            Map.entry(1722, "a text is no number"),
            Map.entry(1830, "a text is no date"),
            Map.entry(1839, "a date is not of the calendar"),
            Map.entry(1841, "a year is not between -4713 and 9999, or is 0"),
            Map.entry(1843, "a month is none"),
            Map.entry(1847, "a day is not of its month"),
            Map.entry(1850, "an hour is none"),
            Map.entry(1858, "a text is no date"),
            Map.entry(1861, "a text is no date"),
            Map.entry(1867, "a text is no interval"),
            Map.entry(1873, "an interval has more digits than its column"),
            Map.entry(1878, "a moment does not exist in its zone"),
            Map.entry(1882, "the server does not know a time zone"),
            Map.entry(2290, "a check does not hold"),
            Map.entry(2291, "the parent row is missing"),
            Map.entry(2292, "rows of another table point at the row"),
            Map.entry(2293, "a check does not hold for all rows"),
            Map.entry(2298, "parent rows are missing"),
            Map.entry(2299, "a unique key is held by several rows"),
            Map.entry(2437, "the primary key is held by several rows, or is NULL"),
            Map.entry(1452, "a unique index has the value already"),
            Map.entry(12899, "a value is too long for its column"),
            Map.entry(12986, "a value is too long for its column"),
            Map.entry(14400, "no partition takes the value"),
            Map.entry(28115, "a policy of the table refuses the row"),
            Map.entry(31011, "a document is no well-formed XML"),
            Map.entry(40441, "a document is no well-formed JSON"));

    private SqlNumber() {}

    static ErrorCode meaning(int number) {
        if (OF_ROWS.containsKey(number)) {
            return ErrorCode.DATA;
        } else if (AUTHENTICATION.contains(number)) {
            return ErrorCode.AUTHENTICATION;
        } else if (PERMISSION.contains(number)) {
            return ErrorCode.PERMISSION;
        } else if (UNREACHABLE.contains(number)) {
            return ErrorCode.UNREACHABLE;
        } else if (CONFIG.contains(number)) {
            return ErrorCode.CONFIG;
        } else if (FULL.contains(number)) {
            return ErrorCode.STORAGE_FULL;
        }
        return TRANSIENT.contains(number) ? ErrorCode.TRANSIENT : ErrorCode.DATA;
    }

    static Optional<String> discreet(int number) {
        return Optional.ofNullable(OF_ROWS.get(number));
    }
}
