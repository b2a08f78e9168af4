package dev.dmt.engine.oracle;

import java.util.List;
import java.util.regex.Pattern;

/** What Oracle's SQL Language Reference has and the grammar at hand has not: it is shown something that it knows instead. */
final class GrammarGaps {
    private static final List<Gap> GAPS = List.of(
            new Gap(
                    "data types, interval: the grammar takes no leading precision",
                    "INTERVAL (YEAR|DAY)\\(\\d\\) TO \\w+(\\(\\d\\))?",
                    "DATE"),
            new Gap(
                    "JSON_SERIALIZE: the grammar knows no RETURNING",
                    "(JSON_SERIALIZE\\([^()]+) RETURNING CLOB\\)",
                    "$1)"),
            new Gap(
                    "aggregates: the grammar takes no function of a package in one",
                    "(SUM|MAX)\\((?:DBMS_LOB\\.GETLENGTH|UTL_RAW\\.LENGTH)\\(([^()]+)\\)\\)",
                    "$1(LENGTH($2))"));

    private GrammarGaps() {}

    private record Gap(String reason, Pattern pattern, String instead) {
        Gap(String reason, String pattern, String instead) {
            this(reason, Pattern.compile(pattern), instead);
        }
    }

    static String bridged(String sql) {
        String bridged = sql;
        for (Gap gap : GAPS) {
            bridged = gap.pattern.matcher(bridged).replaceAll(gap.instead);
        }
        return bridged;
    }
}
