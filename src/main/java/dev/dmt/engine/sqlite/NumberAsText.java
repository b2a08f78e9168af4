package dev.dmt.engine.sqlite;

import dev.dmt.engine.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Numbers as text: SQLite's spelling, but with as many digits as it takes to read the same number back. */
final class NumberAsText {
    private static final double PLAIN_FROM = 1e-5;
    private static final double PLAIN_BELOW = 1e15;

    private final ExactDecimal digits = new ExactDecimal();

    ByteView of(long value, ByteView view) {
        digits.set(value);
        return view.set(digits.bytes(), digits.offset(), digits.length());
    }

    ByteView of(double value, ByteView view) {
        double size = Math.abs(value);
        if (size >= PLAIN_FROM && size < PLAIN_BELOW) {
            digits.set(value);
            if (digits.scale() > 0) {
                return view.set(digits.bytes(), digits.offset(), digits.length());
            }
        }
        byte[] spelled = spelled(value).getBytes(StandardCharsets.US_ASCII);
        return view.set(spelled, 0, spelled.length);
    }

    private static String spelled(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "Inf" : "-Inf";
        } else if (value == Math.rint(value) && Math.abs(value) < PLAIN_BELOW) {
            return value == 0 ? Double.toString(value) : (long) value + ".0";
        }
        return Double.toString(value).toLowerCase(Locale.ROOT);
    }
}
