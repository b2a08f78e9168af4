package dev.dmt.engine.oracle;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A date or a moment as the bytes in which Oracle keeps it (a DATE has 7, a TIMESTAMP 7 or 11), and as a count from 1970.
 * Fields are taken as they are written: Oracle counts by the Julian calendar before October 1582, everybody else by the
 * Gregorian one, so that a day of those times keeps its name rather than its place. Oracle has no year 0.
 */
record OracleMoment(long micros, int nanos) {
    static final long MICROS_A_SECOND = 1_000_000L;
    static final long MICROS_A_DAY = 86_400 * MICROS_A_SECOND;
    private static final int NANOS_A_MICRO = 1_000;
    private static final int BYTES_OF_DATE = 7;
    private static final int BYTES_OF_TIMESTAMP = 11;
    private static final int CENTURY = 100;
    private static final int FIRST_YEAR = -4711;
    private static final int LAST_YEAR = 9999;
    private static final LocalDate LAST_JULIAN = LocalDate.of(1582, 10, 4);
    private static final LocalDate FIRST_GREGORIAN = LocalDate.of(1582, 10, 15);

    /** Throws {@link DateTimeException} where the day is one of the Julian calendar alone. */
    static OracleMoment of(byte[] bytes) {
        int written = ((bytes[0] & 0xff) - CENTURY) * CENTURY + (bytes[1] & 0xff) - CENTURY;
        int year = written < 0 ? written + 1 : written;
        long day = LocalDate.of(year, bytes[2], bytes[3]).toEpochDay();
        long seconds = (bytes[4] - 1) * 3_600L + (bytes[5] - 1) * 60L + bytes[6] - 1;
        int nanos = bytes.length < BYTES_OF_TIMESTAMP
                ? 0
                : ((bytes[7] & 0xff) << 24) | ((bytes[8] & 0xff) << 16) | ((bytes[9] & 0xff) << 8) | (bytes[10] & 0xff);
        return new OracleMoment(
                day * MICROS_A_DAY + seconds * MICROS_A_SECOND + nanos / NANOS_A_MICRO, nanos % NANOS_A_MICRO);
    }

    static OracleMoment ofDay(long epochDay) {
        return new OracleMoment(Math.multiplyExact(epochDay, MICROS_A_DAY), 0);
    }

    long epochDay() {
        return Math.floorDiv(micros, MICROS_A_DAY);
    }

    boolean isMidnight() {
        return nanos == 0 && Math.floorMod(micros, MICROS_A_DAY) == 0;
    }

    /** With no more digits of a second than these: the rest is cut off. */
    OracleMoment cut(int digits) {
        if (digits >= 9) {
            return this;
        }
        if (digits > 6) {
            int unit = digits == 8 ? 10 : 100;
            return new OracleMoment(micros, nanos - nanos % unit);
        }
        long unit = 1;
        for (int i = digits; i < 6; i++) {
            unit *= 10;
        }
        return new OracleMoment(micros - Math.floorMod(micros, unit), 0);
    }

    /** Why Oracle cannot hold it; empty where it can. */
    Optional<String> obstacle() {
        LocalDate date = LocalDate.ofEpochDay(epochDay());
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            return Optional.of("Oracle knows the years from 4712 BC to 9999 alone");
        }
        return date.isAfter(LAST_JULIAN) && date.isBefore(FIRST_GREGORIAN)
                ? Optional.of("Oracle's calendar goes from 4 to 15 October 1582")
                : Optional.empty();
    }

    /** As a DATE, without what it has of a second. */
    byte[] toDate() {
        return fields(BYTES_OF_DATE);
    }

    byte[] toTimestamp() {
        byte[] bytes = fields(BYTES_OF_TIMESTAMP);
        int fraction = (int) Math.floorMod(micros, MICROS_A_SECOND) * NANOS_A_MICRO + nanos;
        bytes[7] = (byte) (fraction >>> 24);
        bytes[8] = (byte) (fraction >>> 16);
        bytes[9] = (byte) (fraction >>> 8);
        bytes[10] = (byte) fraction;
        return bytes;
    }

    private byte[] fields(int length) {
        LocalDate date = LocalDate.ofEpochDay(epochDay());
        int year = date.getYear() <= 0 ? date.getYear() - 1 : date.getYear();
        int second = (int) (Math.floorMod(micros, MICROS_A_DAY) / MICROS_A_SECOND);
        byte[] bytes = new byte[length];
        bytes[0] = (byte) (year / CENTURY + CENTURY);
        bytes[1] = (byte) (year % CENTURY + CENTURY);
        bytes[2] = (byte) date.getMonthValue();
        bytes[3] = (byte) date.getDayOfMonth();
        bytes[4] = (byte) (second / 3_600 + 1);
        bytes[5] = (byte) (second / 60 % 60 + 1);
        bytes[6] = (byte) (second % 60 + 1);
        return bytes;
    }
}
