package dev.dmt.transfer.csv;

import dev.dmt.engine.EncodeBuffer;
import java.nio.charset.StandardCharsets;

/** Digits of numbers, written in place. */
final class NumberDigits {
    private static final int LONGEST = 26;
    private static final byte[] LEAST = "-9223372036854775808".getBytes(StandardCharsets.US_ASCII);
    private static final double EXACT = 1L << 53;

    private NumberDigits() {}

    static void whole(EncodeBuffer out, long value) {
        out.room(LONGEST);
        if (value == Long.MIN_VALUE) {
            System.arraycopy(LEAST, 0, out.bytes, out.size, LEAST.length);
            out.size += LEAST.length;
            return;
        }
        long rest = value;
        if (rest < 0) {
            out.bytes[out.size++] = '-';
            rest = -rest;
        }
        digits(out, rest, widthOf(rest));
    }

    /** At least {@code width} digits of a value that is not negative, zeros in front; the caller has made room. */
    static void padded(EncodeBuffer out, long value, int width) {
        digits(out, value, Math.max(width, widthOf(value)));
    }

    /** Digits which PostgreSQL reads back as the same bits; NaN and the infinities by name. */
    static void floating(EncodeBuffer out, double value) {
        if (Math.abs(value) < EXACT && scaled(out, value)) {
            return;
        }
        String text = Double.toString(value);
        out.room(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.bytes[out.size++] = (byte) text.charAt(i);
        }
    }

    // A quotient of two whole numbers below 2^53, the lower a small power of ten, is rounded once, as a reader rounds
    // its
    // digits: where it equals the value, the digits are exact. No allocation for prices, coordinates and whole numbers.
    private static boolean scaled(EncodeBuffer out, double value) {
        long power = 1;
        for (int scale = 0; scale <= 6; scale += 2) {
            double shifted = value * power;
            if (Math.abs(shifted) >= EXACT) {
                return false;
            }
            long whole = Math.round(shifted);
            if ((double) whole / power == value) {
                boolean negative = Double.doubleToRawLongBits(value) < 0;
                decimal(out, negative, Math.abs(whole), new Scale(scale, power));
                return true;
            }
            power *= 100;
        }
        return false;
    }

    private static void decimal(EncodeBuffer out, boolean negative, long digits, Scale scale) {
        out.room(LONGEST);
        if (negative) {
            out.bytes[out.size++] = '-';
        }
        long whole = digits / scale.power();
        digits(out, whole, widthOf(whole));
        if (scale.digits() > 0) {
            out.bytes[out.size++] = '.';
            digits(out, digits % scale.power(), scale.digits());
            while (out.bytes[out.size - 1] == '0') {
                out.size--;
            }
        }
    }

    private static void digits(EncodeBuffer out, long value, int width) {
        byte[] bytes = out.bytes;
        int start = out.size;
        int at = start + width;
        out.size = at;
        long rest = value;
        while (rest > Integer.MAX_VALUE && at > start) {
            long tenth = rest / 10;
            bytes[--at] = (byte) ('0' + (rest - tenth * 10));
            rest = tenth;
        }
        // Division of ints costs a fraction of that of longs.
        int few = (int) rest;
        while (at > start) {
            int tenth = few / 10;
            bytes[--at] = (byte) ('0' + (few - tenth * 10));
            few = tenth;
        }
    }

    private static int widthOf(long value) {
        int width = 1;
        long limit = 10;
        while (width < 19 && value >= limit) {
            width++;
            limit *= 10;
        }
        return width;
    }

    private record Scale(int digits, long power) {}
}
