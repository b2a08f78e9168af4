package dev.dmt.engine.sqlite;

import java.util.Map;

/** What a scan finds of moments beyond SQLite's own, among the texts of a column that is declared to hold moments. */
final class WideScan {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 50;

    private final WideIso iso = new WideIso();
    private long dates;
    private long times;
    private long timestamps;
    private long zoned;
    private long fine;

    void accept(byte[] text) {
        if (text.length < SHORTEST || text.length > LONGEST) {
            return;
        }
        if (text[2] == ':') {
            iso.time(text);
            times += found();
            return;
        }
        iso.date(text);
        if (iso.found()) {
            dates++;
            return;
        }
        iso.timestamp(text, false);
        if (iso.found()) {
            timestamps += found();
            return;
        }
        iso.timestamp(text, true);
        zoned += found();
    }

    private int found() {
        if (!iso.found()) {
            return 0;
        }
        fine += iso.nanosOfMicrosecond() == 0 ? 0 : 1;
        return 1;
    }

    void report(Map<String, Long> facts) {
        facts.put(Facts.WIDE_DATE, dates);
        facts.put(Facts.WIDE_TIME, times);
        facts.put(Facts.WIDE_TIMESTAMP, timestamps);
        facts.put(Facts.WIDE_TIMESTAMP_ZONED, zoned);
        facts.put(Facts.FINE, fine);
    }
}
