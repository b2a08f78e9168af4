package dev.dmt.engine.sqlite;

/**
 * Strict ISO 8601 dates and times from bytes, by our own arithmetic on the proleptic Gregorian calendar: {@code
 * YYYY-MM-DD}, {@code HH:MM[:SS[.fraction]]}, both with a blank or T between, and a zone ({@code Z}, {@code +HH}, {@code
 * +HHMM}, {@code +HH:MM}) where one is asked for. PostgreSQL reads much more than this, and differently; nothing of that
 * gets through. More than six digits of a fraction pass only where the rest are zeros: nothing is rounded.
 */
final class IsoText {
    /** No value has this number. */
    static final long NOT = Long.MIN_VALUE;

    static final long MICROS_PER_SECOND = 1_000_000L;
    static final long MICROS_PER_DAY = 86_400L * MICROS_PER_SECOND;

    private static final int DATE_LENGTH = 10;
    private static final int GREATEST_OFFSET_HOURS = 15;

    private IsoText() {}

    /** Days since 1970-01-01, or {@link #NOT}. */
    static long date(byte[] text) {
        return text.length == DATE_LENGTH ? dateAt(text) : NOT;
    }

    /** Microseconds of the day, or {@link #NOT}. */
    static long time(byte[] text) {
        return timeBetween(text, 0, text.length);
    }

    /** Microseconds since 1970-01-01 00:00 on the same clock, or {@link #NOT}, also where there is a zone. */
    static long timestamp(byte[] text) {
        return separated(text) ? join(dateAt(text), timeBetween(text, DATE_LENGTH + 1, text.length)) : NOT;
    }

    /** Microseconds since 1970-01-01 00:00 UTC, or {@link #NOT}, also where there is no zone. */
    static long zonedTimestamp(byte[] text) {
        if (!separated(text)) {
            return NOT;
        }
        int zone = zoneStart(text);
        if (zone < 0) {
            return NOT;
        }
        long offset = offset(text, zone);
        int timeEnd = text[zone - 1] == ' ' ? zone - 1 : zone;
        long local = join(dateAt(text), timeBetween(text, DATE_LENGTH + 1, timeEnd));
        return local == NOT || offset == NOT ? NOT : local - offset;
    }

    private static boolean separated(byte[] text) {
        return text.length > DATE_LENGTH + 5 && (text[DATE_LENGTH] == ' ' || text[DATE_LENGTH] == 'T');
    }

    private static long join(long days, long micros) {
        return days == NOT || micros == NOT ? NOT : days * MICROS_PER_DAY + micros;
    }

    private static long dateAt(byte[] text) {
        if (text[4] != '-' || text[7] != '-') {
            return NOT;
        }
        int year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
        int month = twoDigits(text, 5);
        int day = twoDigits(text, 8);
        if (twoDigits(text, 0) < 0 || twoDigits(text, 2) < 0 || month < 1 || month > 12 || day < 1) {
            return NOT;
        }
        return day > daysIn(year, month) ? NOT : daysFromCivil(year, month, day);
    }

    private static int daysIn(int year, int month) {
        if (month == 2) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return leap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Counts in eras of 400 years that begin in March, so that the leap day comes last. */
    private static long daysFromCivil(int year, int month, int day) {
        long shifted = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(shifted, 400L);
        long yearOfEra = shifted - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }

    private static long timeBetween(byte[] text, int from, int to) {
        int length = to - from;
        if (length < 5 || text[from + 2] != ':') {
            return NOT;
        }
        int hour = twoDigits(text, from);
        int minute = twoDigits(text, from + 3);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return NOT;
        }
        long micros = (hour * 60L + minute) * 60 * MICROS_PER_SECOND;
        if (length == 5) {
            return micros;
        }
        if (length < 8 || text[from + 5] != ':') {
            return NOT;
        }
        int second = twoDigits(text, from + 6);
        if (second < 0 || second > 59) {
            return NOT;
        }
        long fraction = length == 8 ? 0 : fraction(text, from + 8, to);
        return fraction == NOT ? NOT : micros + second * MICROS_PER_SECOND + fraction;
    }

    private static long fraction(byte[] text, int from, int to) {
        if (text[from] != '.' || to - from < 2) {
            return NOT;
        }
        long micros = 0;
        int digits = 0;
        for (int i = from + 1; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || (digits >= 6 && digit != 0)) {
                return NOT;
            }
            if (digits < 6) {
                micros = micros * 10 + digit;
            }
            digits++;
        }
        for (; digits < 6; digits++) {
            micros *= 10;
        }
        return micros;
    }

    /** Where the zone begins: at the last Z, plus or minus behind the time. */
    private static int zoneStart(byte[] text) {
        for (int i = text.length - 1; i >= DATE_LENGTH + 6 && i >= text.length - 6; i--) {
            byte c = text[i];
            if (c == 'Z' || c == '+' || c == '-') {
                return i;
            }
        }
        return -1;
    }

    private static long offset(byte[] text, int at) {
        int length = text.length - at;
        if (text[at] == 'Z') {
            return length == 1 ? 0 : NOT;
        }
        int hours = length >= 3 ? twoDigits(text, at + 1) : -1;
        int minutes;
        if (length == 3) {
            minutes = 0;
        } else if (length == 5) {
            minutes = twoDigits(text, at + 3);
        } else if (length == 6 && text[at + 3] == ':') {
            minutes = twoDigits(text, at + 4);
        } else {
            return NOT;
        }
        if (hours < 0 || hours > GREATEST_OFFSET_HOURS || minutes < 0 || minutes > 59) {
            return NOT;
        }
        long micros = (hours * 60L + minutes) * 60 * MICROS_PER_SECOND;
        return text[at] == '-' ? -micros : micros;
    }

    /** The number, or -1000 where either is no digit (so that sums with it stay negative). */
    private static int twoDigits(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1000 : tens * 10 + ones;
    }
}
