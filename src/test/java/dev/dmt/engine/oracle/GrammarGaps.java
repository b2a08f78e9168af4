package dev.dmt.engine.oracle;

import java.util.List;
import java.util.regex.Pattern;

/** What Oracle's SQL Language Reference has and the grammar at hand has not: it is shown something that it knows instead. */
final class GrammarGaps {
    private static final List<Gap> GAPS = List.of(
            // Data types: an interval's leading precision.
            new Gap("INTERVAL (YEAR|DAY)\\(\\d\\) TO \\w+(\\(\\d\\))?", "DATE"),
            // JSON_SERIALIZE: the type that it returns.
            new Gap("(JSON_SERIALIZE\\([^()]+) RETURNING CLOB\\)", "$1)"),
            // A function of a package within another function, or compared.
            new Gap("(?:DBMS_LOB\\.GETLENGTH|UTL_RAW\\.LENGTH)\\(", "LENGTH("));

    private GrammarGaps() {}

    private record Gap(Pattern pattern, String instead) {
        Gap(String pattern, String instead) {
            this(Pattern.compile(pattern), instead);
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
