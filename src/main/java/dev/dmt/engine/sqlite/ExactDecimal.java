package dev.dmt.engine.sqlite;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;

/** The shortest decimal that reads back as the same double, as plain digits. One thread's own. */
final class ExactDecimal {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    private static final double EXACT_BELOW = 0x1p53;

    private final byte[] buffer = new byte[32];
    private byte[] bytes = buffer;
    private int offset;
    private int scale;

    byte[] bytes() {
        return bytes;
    }

    int offset() {
        return offset;
    }

    // Which array it is, is the question, not what it holds.
    @SuppressWarnings("ReferenceEquality")
    int length() {
        return bytes == buffer ? buffer.length - offset : bytes.length;
    }

    /** Digits behind the point of the last number set. */
    int scale() {
        return scale;
    }

    /** Digits before the point of the last number set, without a leading zero. */
    int wholeDigits() {
        int start = bytes[offset] == '-' ? offset + 1 : offset;
        int digits = offset + length() - start - (scale > 0 ? scale + 1 : 0);
        return digits == 1 && bytes[start] == '0' ? 0 : digits;
    }

    void set(long value) {
        setScaled(value, 0);
    }

    /** The number must be finite. */
    void set(double value) {
        for (int power = 0; power < POWERS.length; power++) {
            double scaled = value * POWERS[power];
            if (Math.abs(scaled) >= EXACT_BELOW) {
                break;
            }
            long digits = Math.round(scaled);
            if (digits / POWERS[power] == value) {
                setScaled(digits, power);
                return;
            }
        }
        BigDecimal exact = shortest(value).stripTrailingZeros();
        bytes = exact.toPlainString().getBytes(StandardCharsets.US_ASCII);
        offset = 0;
        scale = Math.max(0, exact.scale());
    }

    /** The JDK's own text is not always the shortest before JDK 19. */
    static BigDecimal shortest(double value) {
        BigDecimal full = new BigDecimal(value);
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal rounded = full.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return new BigDecimal(Double.toString(value));
    }

    private void setScaled(long unscaled, int newScale) {
        bytes = buffer;
        scale = newScale;
        int at = buffer.length;
        long rest = unscaled;
        int written = 0;
        do {
            if (written == newScale && newScale > 0) {
                buffer[--at] = '.';
            }
            buffer[--at] = (byte) ('0' + Math.abs((int) (rest % 10)));
            rest /= 10;
            written++;
        } while (rest != 0 || written <= newScale);
        if (unscaled < 0) {
            buffer[--at] = '-';
        }
        offset = at;
    }
}
