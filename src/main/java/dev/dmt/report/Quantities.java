package dev.dmt.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers as a person reads them. */
public final class Quantities {
    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private Quantities() {}

    /** All digits, in groups: 1,234,567. */
    public static String exact(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Three digits or so: 1.23 M. */
    public static String brief(double count) {
        if (count < 1_000) {
            return String.format(Locale.ROOT, "%.0f", count);
        }
        if (count < 999_500) {
            return digits(count / 1e3) + " k";
        }
        return count < 999_500_000 ? digits(count / 1e6) + " M" : digits(count / 1e9) + " G";
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f", value);
    }

    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < BYTE_UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : digits(value) + " " + BYTE_UNITS[unit];
    }

    /** 0.42 s, 12.3 s, 3 m 05 s, 2 h 07 m. */
    public static String time(Duration duration) {
        double seconds = duration.toMillis() / 1e3;
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        if (seconds < 99.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = duration.toSeconds();
        return whole < 3_600
                ? String.format(Locale.ROOT, "%d m %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d m", whole / 3_600, whole / 60 % 60);
    }

    /** Per second; 0 where no time has passed. */
    public static double rate(long count, Duration duration) {
        long millis = duration.toMillis();
        return millis <= 0 ? 0 : count * 1e3 / millis;
    }
}
