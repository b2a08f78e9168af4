package dev.dmt.engine.oracle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans as Oracle's TO_CHAR writes them, +02-06 and +11 10:09:08.555, in ISO 8601's way and as a count. */
final class IntervalText {
    private static final Pattern MONTHS = Pattern.compile("([+-])(\\d+)-(\\d+)");
    private static final Pattern SECONDS = Pattern.compile("([+-])(\\d+) (\\d+):(\\d+):(\\d+)(?:\\.(\\d{1,9}))?");
    private static final int NANOS_DIGITS = 9;

    private IntervalText() {}

    static String iso(String written) {
        Matcher months = MONTHS.matcher(written);
        if (months.matches()) {
            String sign = sign(months.group(1));
            String text = part(sign, months.group(2), "Y") + part(sign, months.group(3), "M");
            return text.isEmpty() ? "PT0S" : "P" + text;
        }
        Matcher seconds = SECONDS.matcher(written);
        if (!seconds.matches()) {
            throw new IllegalArgumentException("no interval of Oracle's");
        }
        String sign = sign(seconds.group(1));
        String days = part(sign, seconds.group(2), "D");
        String fraction = fraction(seconds).replaceAll("0+$", "");
        String clock = part(sign, seconds.group(3), "H") + part(sign, seconds.group(4), "M");
        String rest = fraction.isEmpty()
                ? part(sign, seconds.group(5), "S")
                : sign + Long.parseLong(seconds.group(5)) + "." + fraction + "S";
        if (days.isEmpty() && clock.isEmpty() && rest.isEmpty()) {
            return "PT0S";
        }
        return "P" + days + (clock.isEmpty() && rest.isEmpty() ? "" : "T" + clock + rest);
    }

    /** Nanoseconds of a span of days and seconds. */
    static long nanos(String written) {
        Matcher seconds = SECONDS.matcher(written);
        if (!seconds.matches()) {
            throw new IllegalArgumentException("no interval of days and seconds");
        }
        long whole = ((Long.parseLong(seconds.group(2)) * 24 + Long.parseLong(seconds.group(3))) * 60
                                + Long.parseLong(seconds.group(4)))
                        * 60
                + Long.parseLong(seconds.group(5));
        String fraction = fraction(seconds);
        long nanos = Math.addExact(
                Math.multiplyExact(whole, 1_000_000_000L),
                Long.parseLong((fraction + "000000000").substring(0, NANOS_DIGITS)));
        return seconds.group(1).equals("-") ? -nanos : nanos;
    }

    /** A time of day as the span since midnight, as TO_DSINTERVAL reads it. */
    static String ofTime(long micros, int nanos) {
        long seconds = micros / OracleMoment.MICROS_A_SECOND;
        return String.format(
                java.util.Locale.ROOT,
                "+%d %02d:%02d:%02d.%06d%03d",
                seconds / 86_400,
                seconds / 3_600 % 24,
                seconds / 60 % 60,
                seconds % 60,
                micros % OracleMoment.MICROS_A_SECOND,
                nanos);
    }

    private static String sign(String written) {
        return written.equals("-") ? "-" : "";
    }

    private static String fraction(Matcher seconds) {
        return seconds.group(6) == null ? "" : seconds.group(6);
    }

    private static String part(String sign, String digits, String unit) {
        long value = Long.parseLong(digits);
        return value == 0 ? "" : sign + value + unit;
    }
}
