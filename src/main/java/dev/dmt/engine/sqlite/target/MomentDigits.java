package dev.dmt.engine.sqlite.target;

import java.util.Arrays;

/**
 * Dates and times as ISO 8601, as SQLite's own functions read them: a blank before the time, instants in UTC with +00:00.
 * Years before 0 or beyond 9999 have a sign. One thread's own.
 */
final class MomentDigits {
    private static final long MICROS_A_SECOND = 1_000_000L;
    private static final long MICROS_A_DAY = 86_400L * MICROS_A_SECOND;
    private static final int DAYS_IN_400_YEARS = 146_097;
    private static final int DAYS_TO_1970 = 719_468;
    private static final int FOUR_DIGITS = 9_999;

    private final byte[] buffer = new byte[64];
    private int size;

    byte[] date(long epochDay) {
        size = 0;
        day(epochDay);
        return Arrays.copyOf(buffer, size);
    }

    byte[] time(long micros, int nanos) {
        size = 0;
        clock(micros, nanos);
        return Arrays.copyOf(buffer, size);
    }

    byte[] timestamp(long micros, int nanos, boolean zoned) {
        size = 0;
        day(Math.floorDiv(micros, MICROS_A_DAY));
        put(' ');
        clock(Math.floorMod(micros, MICROS_A_DAY), nanos);
        if (zoned) {
            put('+');
            digits(0, 2);
            put(':');
            digits(0, 2);
        }
        return Arrays.copyOf(buffer, size);
    }

    // Eras of 400 years that begin in March, so that the leap day is a year's last.
    private void day(long epochDay) {
        long shifted = epochDay + DAYS_TO_1970;
        long era = Math.floorDiv(shifted, (long) DAYS_IN_400_YEARS);
        long dayOfEra = Math.floorMod(shifted, (long) DAYS_IN_400_YEARS);
        long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long marchMonth = (5 * dayOfYear + 2) / 153;
        long month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        if (year < 0 || year > FOUR_DIGITS) {
            put(year < 0 ? '-' : '+');
        }
        long shown = Math.abs(year);
        digits(shown, shown > FOUR_DIGITS ? widthOf(shown) : 4);
        put('-');
        digits(month, 2);
        put('-');
        digits(dayOfYear - (153 * marchMonth + 2) / 5 + 1, 2);
    }

    private void clock(long micros, int nanos) {
        long seconds = micros / MICROS_A_SECOND;
        long fraction = micros % MICROS_A_SECOND;
        digits(seconds / 3_600, 2);
        put(':');
        digits(seconds / 60 % 60, 2);
        put(':');
        digits(seconds % 60, 2);
        if (fraction != 0 || nanos != 0) {
            put('.');
            digits(fraction, 6);
        }
        if (nanos != 0) {
            digits(nanos, 3);
        }
    }

    private static int widthOf(long value) {
        int width = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            width++;
        }
        return width;
    }

    private void put(char c) {
        buffer[size++] = (byte) c;
    }

    private void digits(long value, int width) {
        long rest = value;
        for (int at = size + width - 1; at >= size; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += width;
    }
}
