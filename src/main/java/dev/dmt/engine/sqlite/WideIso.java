package dev.dmt.engine.sqlite;

/**
 * Dates and times as dmt writes them into SQLite: ISO 8601 with years of any length (those that have more or less than four
 * digits, or are before year 0, with a sign), up to nine digits of a second, the end of the day as 24:00, and a zone where
 * there is one. One thread's own.
 */
final class WideIso {
    private static final int NANO_DIGITS = 9;
    private static final int LONGEST_YEAR = 7;
    private static final int DAYS_IN_400_YEARS = 146_097;
    private static final int DAYS_TO_1970 = 719_468;

    private byte[] text = {};
    private int at;
    private boolean good;
    private int nanos;

    /** What the last time or timestamp had beyond its microseconds. */
    int nanosOfMicrosecond() {
        return nanos;
    }

    /** Days since 1970-01-01. */
    long date(byte[] value) {
        begin(value);
        return end(day());
    }

    /** Microseconds of the day. */
    long time(byte[] value) {
        begin(value);
        return end(clock());
    }

    /** Microseconds since 1970-01-01 00:00, in UTC where zoned. */
    long timestamp(byte[] value, boolean zoned) {
        begin(value);
        long day = day();
        if (peek() == ' ' || peek() == 'T') {
            at++;
        } else {
            good = false;
        }
        long micros = clock();
        long offset = zoned ? zone() : 0;
        return end(day * IsoText.MICROS_PER_DAY + micros - offset);
    }

    private void begin(byte[] value) {
        text = value;
        at = 0;
        good = true;
        nanos = 0;
    }

    private long end(long value) {
        good &= at == text.length;
        return value;
    }

    /** False where the last text was none of what was asked for, and its count means nothing: every count is a moment. */
    boolean found() {
        return good;
    }

    private int peek() {
        return at < text.length ? text[at] : -1;
    }

    private long day() {
        boolean signed = peek() == '-' || peek() == '+';
        boolean negative = peek() == '-';
        at += signed ? 1 : 0;
        int first = at;
        long year = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9' && at - first < LONGEST_YEAR) {
            year = year * 10 + (text[at++] - '0');
        }
        good &= at - first >= 4 && (signed || at - first == 4);
        expect('-');
        int month = digits(2);
        expect('-');
        int day = digits(2);
        year = negative ? -year : year;
        good &= month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
        return days(year, month, day);
    }

    private static int daysIn(long year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    // Eras of 400 years that begin in March, so that the leap day is a year's last.
    private static long days(long year, int month, int day) {
        long shifted = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(shifted, 400L);
        long yearOfEra = shifted - era * 400;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * DAYS_IN_400_YEARS + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - DAYS_TO_1970;
    }

    private long clock() {
        int hour = digits(2);
        expect(':');
        int minute = digits(2);
        int second = 0;
        long fraction = 0;
        if (peek() == ':') {
            at++;
            second = digits(2);
            fraction = peek() == '.' ? fraction() : 0;
        }
        good &= minute <= 59 && second <= 59;
        good &= hour < 24 || (hour == 24 && minute == 0 && second == 0 && fraction == 0 && nanos == 0);
        return ((hour * 60L + minute) * 60 + second) * IsoText.MICROS_PER_SECOND + fraction;
    }

    private long fraction() {
        int first = ++at;
        long value = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9' && at - first < NANO_DIGITS) {
            value = value * 10 + (text[at++] - '0');
        }
        good &= at > first;
        for (int count = at - first; count < NANO_DIGITS; count++) {
            value *= 10;
        }
        nanos = (int) (value % 1_000);
        return value / 1_000;
    }

    private long zone() {
        if (peek() == 'Z') {
            at++;
            return 0;
        }
        boolean west = peek() == '-';
        good &= west || peek() == '+';
        at++;
        int hours = digits(2);
        int minutes = 0;
        if (at < text.length) {
            at += peek() == ':' ? 1 : 0;
            minutes = digits(2);
        }
        long offset = (hours * 60L + minutes) * 60 * IsoText.MICROS_PER_SECOND;
        return west ? -offset : offset;
    }

    private void expect(char wanted) {
        good &= peek() == wanted;
        at++;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int digit = peek() - '0';
            good &= digit >= 0 && digit <= 9;
            value = value * 10 + digit;
            at++;
        }
        return value;
    }
}
