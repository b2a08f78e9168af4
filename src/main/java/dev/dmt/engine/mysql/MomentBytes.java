package dev.dmt.engine.mysql;

import java.nio.charset.StandardCharsets;

/** Dates and times as the server writes them: 2020-01-02 03:04:05.678901, -123:04:05.6. */
final class MomentBytes {
    static final long MICROS_A_SECOND = 1_000_000L;
    static final long SECONDS_A_DAY = 86_400L;
    static final int MICROSECONDS = 6;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    private static final int DATE_LENGTH = 10;
    private static final int SHORTEST_MONTH = 28;

    private MomentBytes() {}

    /** A date of no calendar: with a month or day that is 0, or a day that its month does not have. */
    static boolean isNoDate(byte[] text) {
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return month == 0 || day == 0 || (day > SHORTEST_MONTH && day > daysOf(number(text, 0, 4), month));
    }

    private static int daysOf(int year, int month) {
        if (month == 2) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return leap ? SHORTEST_MONTH + 1 : SHORTEST_MONTH;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    static long days(byte[] text) {
        return epochDay(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    /** Microseconds since 1970, those digits of a second cut off that the type does not have. */
    static long timestamp(byte[] text, int precision) {
        long micros = days(text) * SECONDS_A_DAY * MICROS_A_SECOND;
        return text.length <= DATE_LENGTH ? micros : micros + clock(text, DATE_LENGTH + 1, precision);
    }

    /** Microseconds of a day; negative where it is before 0, and as many as there are beyond 24 hours. */
    static long time(byte[] text, int precision) {
        boolean negative = text[0] == '-';
        long micros = clock(text, negative ? 1 : 0, precision);
        return negative ? -micros : micros;
    }

    private static long clock(byte[] text, int start, int precision) {
        int colon = start;
        while (text[colon] != ':') {
            colon++;
        }
        long seconds = number(text, start, colon) * 3_600L
                + number(text, colon + 1, colon + 3) * 60L
                + number(text, colon + 4, colon + 6);
        return seconds * MICROS_A_SECOND + fraction(text, colon + 7, precision);
    }

    private static long fraction(byte[] text, int start, int precision) {
        long value = 0;
        int digits = 0;
        for (int i = start; i < text.length && digits < Math.min(precision, MICROSECONDS); i++) {
            value = value * 10 + (text[i] - '0');
            digits++;
        }
        return value * POWERS[MICROSECONDS - digits];
    }

    private static int number(byte[] text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            value = value * 10 + (text[i] - '0');
        }
        return value;
    }

    // Years that begin in March, so that the leap day is a year's last.
    private static long epochDay(int year, int month, int day) {
        int shifted = month > 2 ? year : year - 1;
        int marchMonth = month > 2 ? month - 3 : month + 9;
        long era = Math.floorDiv(shifted, 400);
        long yearOfEra = shifted - era * 400;
        long dayOfYear = (153L * marchMonth + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468L;
    }

    /** A span of time as ISO 8601 has it. */
    static byte[] interval(byte[] text) {
        long micros = time(text, MICROSECONDS);
        String sign = micros < 0 ? "-" : "";
        long rest = Math.abs(micros);
        long seconds = rest / MICROS_A_SECOND;
        StringBuilder iso = new StringBuilder("PT");
        part(iso, sign, seconds / 3_600, "H");
        part(iso, sign, seconds / 60 % 60, "M");
        long fraction = rest % MICROS_A_SECOND;
        if (seconds % 60 != 0 || fraction != 0) {
            iso.append(sign).append(seconds % 60);
            if (fraction != 0) {
                String digits = Long.toString(MICROS_A_SECOND + fraction).substring(1);
                iso.append('.').append(digits.replaceFirst("0+$", ""));
            }
            iso.append('S');
        }
        return (rest == 0 ? "PT0S" : iso.toString()).getBytes(StandardCharsets.US_ASCII);
    }

    private static void part(StringBuilder iso, String sign, long value, String unit) {
        if (value != 0) {
            iso.append(sign).append(value).append(unit);
        }
    }
}
