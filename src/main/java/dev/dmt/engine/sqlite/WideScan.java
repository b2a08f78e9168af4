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
            times += found(iso.time(text));
        } else if (iso.date(text) != IsoText.NOT) {
            dates++;
        } else if (found(iso.timestamp(text, false)) == 1) {
            timestamps++;
        } else {
            zoned += found(iso.timestamp(text, true));
        }
    }

    private int found(long value) {
        if (value == IsoText.NOT) {
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
