package dev.dmt.transfer.csv;

import dev.dmt.engine.EncodeBuffer;

/**
 * Dates and times as PostgreSQL reads them whatever its DateStyle: year first, four digits at least. The year 0 and those
 * before are years of " BC", and then quoted because of the space.
 */
final class DateDigits {
    private static final long MICROS_A_SECOND = 1_000_000L;
    private static final long MICROS_A_DAY = 86_400L * MICROS_A_SECOND;
    private static final int LONGEST = 64;
    private static final int DAYS_IN_400_YEARS = 146_097;
    private static final int DAYS_TO_1970 = 719_468;

    private DateDigits() {}

    static void date(EncodeBuffer out, long epochDay) {
        out.room(LONGEST);
        boolean early = yearOf(epochDay) <= 0;
        open(out, early);
        day(out, epochDay);
        close(out, early);
    }

    /** {@code micros} may be a whole day: 24:00:00. */
    static void time(EncodeBuffer out, long micros, int nanos) {
        out.room(LONGEST);
        clock(out, micros, nanos);
    }

    static void timestamp(EncodeBuffer out, long micros, int nanos, byte[] suffix) {
        out.room(LONGEST);
        long epochDay = Math.floorDiv(micros, MICROS_A_DAY);
        boolean early = yearOf(epochDay) <= 0;
        open(out, early);
        day(out, epochDay);
        out.bytes[out.size++] = ' ';
        clock(out, Math.floorMod(micros, MICROS_A_DAY), nanos);
        out.put(suffix);
        close(out, early);
    }

    private static void open(EncodeBuffer out, boolean early) {
        if (early) {
            out.bytes[out.size++] = '"';
        }
    }

    private static void close(EncodeBuffer out, boolean early) {
        if (early) {
            out.bytes[out.size++] = ' ';
            out.bytes[out.size++] = 'B';
            out.bytes[out.size++] = 'C';
            out.bytes[out.size++] = '"';
        }
    }

    // Eras of 400 years that begin in March, so that the leap day is a year's last.
    private static void day(EncodeBuffer out, long epochDay) {
        long shifted = epochDay + DAYS_TO_1970;
        long dayOfEra = Math.floorMod(shifted, (long) DAYS_IN_400_YEARS);
        long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long marchMonth = (5 * dayOfYear + 2) / 153;
        long day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        long month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        long year = yearOf(epochDay);
        NumberDigits.padded(out, year <= 0 ? 1 - year : year, 4);
        out.bytes[out.size++] = '-';
        NumberDigits.padded(out, month, 2);
        out.bytes[out.size++] = '-';
        NumberDigits.padded(out, day, 2);
    }

    private static long yearOf(long epochDay) {
        long shifted = epochDay + DAYS_TO_1970;
        long era = Math.floorDiv(shifted, (long) DAYS_IN_400_YEARS);
        long dayOfEra = Math.floorMod(shifted, (long) DAYS_IN_400_YEARS);
        long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        // From the 306th day of a year that begins in March it is January.
        return yearOfEra + era * 400 + (dayOfYear >= 306 ? 1 : 0);
    }

    private static void clock(EncodeBuffer out, long micros, int nanos) {
        long seconds = micros / MICROS_A_SECOND;
        long fraction = micros % MICROS_A_SECOND;
        NumberDigits.padded(out, seconds / 3_600, 2);
        out.bytes[out.size++] = ':';
        NumberDigits.padded(out, seconds / 60 % 60, 2);
        out.bytes[out.size++] = ':';
        NumberDigits.padded(out, seconds % 60, 2);
        if (fraction != 0 || nanos != 0) {
            out.bytes[out.size++] = '.';
            NumberDigits.padded(out, fraction, 6);
        }
        if (nanos != 0) {
            NumberDigits.padded(out, nanos, 3);
        }
    }
}
