package dev.dmt.schema.canonical;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A decimal as plain digits: no sign on zero, no leading zeros, no trailing zeros after the point, no exponent. NaN and
 * the infinities keep PostgreSQL's names. Beyond any database's range an exponent is kept, so that a few bytes such as
 * {@code 1e999999999} cannot fill the memory.
 */
final class DecimalForm {
    private static final int LONGEST_PLAIN = 200_000;
    private static final int LARGEST_EXPONENT = 1_000_000_000;
    private static final int LONGEST_NAME = 9;

    private final CanonicalBytes out;

    // Of the number at hand: all digits from the first that is not zero to the last, and how many stand before the
    // point.
    private int firstDigit;
    private int lastDigit;
    private int digits;
    private int point;

    DecimalForm(CanonicalBytes out) {
        this.out = out;
    }

    /** Appends the canonical form; appends nothing and returns false where the bytes are no number. */
    boolean write(byte[] from, int offset, int length) {
        int end = offset + length;
        int start = offset;
        boolean negative = length > 0 && from[offset] == '-';
        if (negative || (length > 0 && from[offset] == '+')) {
            start++;
        }
        int mantissaEnd = scan(from, start, end);
        if (mantissaEnd < 0) {
            return writeName(from, start, end, negative);
        }
        if (mantissaEnd < end && !addExponent(from, mantissaEnd, end)) {
            return false;
        }
        emit(from, negative);
        return true;
    }

    /** Finds the digits; returns where they end, or -1 where there is none. */
    private int scan(byte[] from, int start, int end) {
        firstDigit = -1;
        lastDigit = -1;
        digits = 0;
        point = 0;
        int seen = 0;
        int pointAt = -1;
        int pending = 0;
        int i = start;
        for (; i < end; i++) {
            byte c = from[i];
            if (c == '.' && pointAt < 0) {
                pointAt = i;
                continue;
            }
            if (c < '0' || c > '9') {
                break;
            }
            seen++;
            if (c != '0') {
                if (firstDigit < 0) {
                    firstDigit = i;
                    pending = 0;
                }
                lastDigit = i;
                digits += pending + 1;
                pending = 0;
            } else {
                pending++;
            }
            if (firstDigit >= 0 && pointAt < 0) {
                point++;
            } else if (firstDigit < 0 && pointAt >= 0) {
                point--;
            }
        }
        return seen == 0 ? -1 : i;
    }

    private boolean addExponent(byte[] from, int at, int end) {
        if (from[at] != 'e' && from[at] != 'E') {
            return false;
        }
        int i = at + 1;
        boolean negative = i < end && from[i] == '-';
        if (negative || (i < end && from[i] == '+')) {
            i++;
        }
        if (i == end) {
            return false;
        }
        long exponent = 0;
        for (; i < end; i++) {
            if (from[i] < '0' || from[i] > '9') {
                return false;
            }
            exponent = exponent * 10 + (from[i] - '0');
            if (exponent > LARGEST_EXPONENT) {
                return false;
            }
        }
        point = Math.toIntExact(negative ? point - exponent : point + exponent);
        return true;
    }

    private void emit(byte[] from, boolean negative) {
        if (digits == 0) {
            out.put('0');
            return;
        }
        if (negative) {
            out.put('-');
        }
        if (point > LONGEST_PLAIN + digits || point < -LONGEST_PLAIN) {
            emitDigits(from, Integer.MAX_VALUE);
            out.put('E');
            out.putDigits((long) point - digits);
        } else if (point <= 0) {
            out.put('0');
            out.put('.');
            emitZeros(-point);
            emitDigits(from, Integer.MAX_VALUE);
        } else {
            emitDigits(from, point);
            emitZeros(point - digits);
        }
    }

    private void emitDigits(byte[] from, int before) {
        int emitted = 0;
        for (int i = firstDigit; i <= lastDigit; i++) {
            if (from[i] != '.') {
                if (emitted++ == before) {
                    out.put('.');
                }
                out.put(from[i]);
            }
        }
    }

    private void emitZeros(int count) {
        for (int i = 0; i < count; i++) {
            out.put('0');
        }
    }

    private boolean writeName(byte[] from, int start, int end, boolean negative) {
        if (end - start > LONGEST_NAME) {
            return false;
        }
        String name = new String(from, start, end - start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        switch (name) {
            case "nan" -> out.putAscii("NaN");
            case "infinity", "inf" -> out.putAscii(negative ? "-Infinity" : "Infinity");
            default -> {
                return false;
            }
        }
        return true;
    }
}
