package dev.dmt.engine.rows;

import java.nio.charset.StandardCharsets;

/** Numbers from their digits. */
final class NumberText {
    /** Up to here a product or quotient of a whole number below 2^53 and a power of ten is rounded but once. */
    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final int EXACT_DIGITS = 15;

    private NumberText() {}

    static long whole(byte[] bytes, int from, int to) {
        boolean negative = from < to && bytes[from] == '-';
        int first = negative ? from + 1 : from;
        if (first == to) {
            throw new NumberFormatException("no digits");
        }
        // Counted downwards, where there is one number more.
        long value = 0;
        for (int i = first; i < to; i++) {
            value = Math.subtractExact(Math.multiplyExact(value, 10L), (long) digit(bytes[i]));
        }
        return negative ? value : Math.negateExact(value);
    }

    /** Digits of fixed places, as dates have them. */
    static int few(byte[] bytes, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + digit(bytes[i]);
        }
        return value;
    }

    static double floating(byte[] bytes, int from, int to) {
        boolean negative = from < to && bytes[from] == '-';
        int i = negative ? from + 1 : from;
        long digits = 0;
        int count = 0;
        int scale = 0;
        boolean point = false;
        for (; i < to && count <= EXACT_DIGITS; i++) {
            int b = bytes[i];
            if (b == '.' && !point) {
                point = true;
            } else if (b >= '0' && b <= '9') {
                digits = digits * 10 + (b - '0');
                count += digits == 0 ? 0 : 1;
                scale += point ? 1 : 0;
            } else {
                break;
            }
        }
        if (i < to || count > EXACT_DIGITS || scale >= EXACT_POWERS.length || i == from) {
            return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        }
        double value = digits / EXACT_POWERS[scale];
        return negative ? -value : value;
    }

    static int digit(byte b) {
        int digit = b - '0';
        if (digit < 0 || digit > 9) {
            throw new NumberFormatException("no digit");
        }
        return digit;
    }
}
