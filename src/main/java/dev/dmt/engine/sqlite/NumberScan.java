package dev.dmt.engine.sqlite;

import java.util.Map;
import java.util.Optional;

/** What a scan finds in a column's integers and reals. */
final class NumberScan {
    private static final double TWO_TO_63 = 0x1p63;

    private final boolean moments;
    private final boolean digitsWanted;
    private final ExactDecimal digits = new ExactDecimal();

    private long integers;
    private long reals;
    private long minimum = Long.MAX_VALUE;
    private long maximum = Long.MIN_VALUE;
    private long truths;
    private long beyondSingle;
    private long fractional;
    private long infinite;
    private long huge;
    private long seconds;
    private long millis;
    private long micros;
    private long julianDays;
    private int digitsBefore;
    private int digitsAfter;

    NumberScan(boolean moments, boolean digitsWanted) {
        this.moments = moments;
        this.digitsWanted = digitsWanted;
    }

    void accept(long value) {
        integers++;
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
        if (value == 0 || value == 1) {
            truths++;
        }
        if (moments) {
            seconds += Moments.plausible(value, 1) ? 1 : 0;
            millis += Moments.plausible(value, 1_000) ? 1 : 0;
            micros += Moments.plausible(value, 1_000_000) ? 1 : 0;
            julianDays += Moments.plausibleJulian((double) value) ? 1 : 0;
        }
        if (digitsWanted) {
            digits.set(value);
            digitsBefore = Math.max(digitsBefore, digits.wholeDigits());
        }
    }

    /** Returns false where the number is not a 64-bit integer. */
    boolean accept(double value) {
        reals++;
        if (moments) {
            seconds += Moments.plausibleSeconds(value) ? 1 : 0;
            julianDays += Moments.plausibleJulian(value) ? 1 : 0;
        }
        beyondSingle += (double) (float) value == value ? 0 : 1;
        if (Double.isInfinite(value)) {
            infinite++;
            return false;
        }
        if (digitsWanted) {
            digits.set(value);
            digitsBefore = Math.max(digitsBefore, digits.wholeDigits());
            digitsAfter = Math.max(digitsAfter, digits.scale());
        }
        if (value != Math.rint(value)) {
            fractional++;
            return false;
        } else if (value < -TWO_TO_63 || value >= TWO_TO_63) {
            huge++;
            return false;
        }
        return true;
    }

    Optional<String> smallest() {
        return integers == 0 ? Optional.empty() : Optional.of(Long.toString(minimum));
    }

    Optional<String> greatest() {
        return integers == 0 ? Optional.empty() : Optional.of(Long.toString(maximum));
    }

    void report(Map<String, Long> classes, Map<String, Long> facts) {
        classes.put(Facts.INTEGER, integers);
        classes.put(Facts.REAL, reals);
        facts.put(Facts.BOOLEAN_INTEGER, truths);
        facts.put(Facts.REAL_BEYOND_SINGLE, beyondSingle);
        facts.put(Facts.REAL_FRACTIONAL, fractional);
        facts.put(Facts.REAL_INFINITE, infinite);
        facts.put(Facts.REAL_HUGE, huge);
        facts.put(Facts.EPOCH_SECONDS, seconds);
        facts.put(Facts.EPOCH_MILLIS, millis);
        facts.put(Facts.EPOCH_MICROS, micros);
        facts.put(Facts.JULIAN_DAY, julianDays);
        facts.put(Facts.DIGITS_BEFORE, (long) digitsBefore);
        facts.put(Facts.DIGITS_AFTER, (long) digitsAfter);
    }
}
