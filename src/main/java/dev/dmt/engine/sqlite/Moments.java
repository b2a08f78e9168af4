package dev.dmt.engine.sqlite;

/** Moments kept as numbers: which are plausible, and what they are in microseconds since 1970-01-01 00:00 UTC. */
final class Moments {
    /** 1973-03-03: below it lie yyyymmdd numbers, years and small counters, which are no moments. */
    private static final long EARLIEST_SECOND = 100_000_000L;
    /** 2100-01-01. */
    private static final long LATEST_SECOND = 4_102_444_800L;

    private static final double EARLIEST_JULIAN = 2_415_020.5;
    private static final double LATEST_JULIAN = 2_488_069.5;
    private static final double JULIAN_OF_EPOCH = 2_440_587.5;

    private Moments() {}

    /** Zero stands for "never" in many an application, and is a moment too. */
    static boolean plausible(long value, long unitsPerSecond) {
        return value == 0 || (value >= EARLIEST_SECOND * unitsPerSecond && value <= LATEST_SECOND * unitsPerSecond);
    }

    static boolean plausibleSeconds(double value) {
        return value == 0 || (value >= EARLIEST_SECOND && value <= LATEST_SECOND);
    }

    static boolean plausibleJulian(double day) {
        return day >= EARLIEST_JULIAN && day <= LATEST_JULIAN;
    }

    /** To the millisecond, which is the precision that SQLite itself gives a Julian day. */
    static long microsOfJulian(double day) {
        return Math.round((day - JULIAN_OF_EPOCH) * 86_400_000.0) * 1_000L;
    }

    static long microsOfSeconds(double seconds) {
        double whole = Math.floor(seconds);
        return ((long) whole) * IsoText.MICROS_PER_SECOND + Math.round((seconds - whole) * IsoText.MICROS_PER_SECOND);
    }
}
