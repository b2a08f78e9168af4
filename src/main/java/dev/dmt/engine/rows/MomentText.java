package dev.dmt.engine.rows;

/** Dates and times as {@link dev.dmt.engine.WireFormat.Csv} has them, counted from 1970. One thread's own. */
final class MomentText {
    private static final long MICROS_A_SECOND = 1_000_000L;
    private static final long MICROS_A_DAY = 86_400L * MICROS_A_SECOND;
    private static final int DAYS_IN_400_YEARS = 146_097;
    private static final int DAYS_TO_1970 = 719_468;
    private static final int NANO_DIGITS = 9;
    private static final byte[] BEFORE_CHRIST = {' ', 'B', 'C'};

    private final byte[] zoneSuffix;
    private int at;
    private int nanos;

    MomentText(byte[] zoneSuffix) {
        this.zoneSuffix = zoneSuffix;
    }

    /** What the last time or timestamp had beyond its microseconds. */
    int nanosOfMicrosecond() {
        return nanos;
    }

    long date(byte[] bytes, int from, int to) {
        boolean early = endsWith(bytes, from, to, BEFORE_CHRIST);
        long day = day(bytes, from, early);
        end(early ? to - BEFORE_CHRIST.length : to);
        return day;
    }

    long time(byte[] bytes, int from, int to) {
        at = from;
        long micros = clock(bytes, to);
        end(to);
        return micros;
    }

    long timestamp(byte[] bytes, int from, int to, boolean zoned) {
        boolean early = endsWith(bytes, from, to, BEFORE_CHRIST);
        int stop = early ? to - BEFORE_CHRIST.length : to;
        if (zoned) {
            if (!endsWith(bytes, from, stop, zoneSuffix)) {
                throw new NumberFormatException("no zone");
            }
            stop -= zoneSuffix.length;
        }
        long day = day(bytes, from, early);
        if (at >= stop || (bytes[at] != ' ' && bytes[at] != 'T')) {
            throw new NumberFormatException("no time");
        }
        at++;
        long micros = clock(bytes, stop);
        end(stop);
        // May pass the least long on the way and come back.
        return day * MICROS_A_DAY + micros;
    }

    private void end(int stop) {
        if (at != stop) {
            throw new NumberFormatException("more than a moment");
        }
    }

    private long day(byte[] bytes, int from, boolean early) {
        at = from;
        long year = 0;
        while (bytes[at] != '-' || at == from) {
            year = year * 10 + NumberText.digit(bytes[at++]);
        }
        int month = NumberText.few(bytes, at + 1, at + 3);
        int day = NumberText.few(bytes, at + 4, at + 6);
        at += 6;
        return epochDay(early ? 1 - year : year, month, day);
    }

    // Eras of 400 years that begin in March, so that the leap day is a year's last.
    private static long epochDay(long year, int month, int day) {
        long marchYear = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(marchYear, 400L);
        long yearOfEra = marchYear - era * 400;
        int marchMonth = month > 2 ? month - 3 : month + 9;
        long dayOfYear = (153L * marchMonth + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * DAYS_IN_400_YEARS + dayOfEra - DAYS_TO_1970;
    }

    private long clock(byte[] bytes, int stop) {
        if (stop - at < 8 || bytes[at + 2] != ':' || bytes[at + 5] != ':') {
            throw new NumberFormatException("no time");
        }
        long seconds = NumberText.few(bytes, at, at + 2) * 3_600L
                + NumberText.few(bytes, at + 3, at + 5) * 60L
                + NumberText.few(bytes, at + 6, at + 8);
        at += 8;
        long micros = seconds * MICROS_A_SECOND;
        nanos = 0;
        return at < stop && bytes[at] == '.' ? micros + fraction(bytes, stop) : micros;
    }

    private long fraction(byte[] bytes, int stop) {
        int first = at + 1;
        int last = Math.min(stop, first + NANO_DIGITS);
        long value = NumberText.few(bytes, first, last);
        for (int digits = last - first; digits < NANO_DIGITS; digits++) {
            value *= 10;
        }
        at = last;
        nanos = (int) (value % 1_000);
        return value / 1_000;
    }

    private static boolean endsWith(byte[] bytes, int from, int to, byte[] word) {
        int first = to - word.length;
        if (first < from) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[first + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
