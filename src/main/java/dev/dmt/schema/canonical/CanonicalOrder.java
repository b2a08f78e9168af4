package dev.dmt.schema.canonical;

import dev.dmt.schema.TypeKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The order of canonical forms: numbers, dates and times by their value (-0 before 0, NaN last), all else by unsigned
 * bytes. It is the same for every engine and knows no collation.
 */
public final class CanonicalOrder {
    private CanonicalOrder() {}

    public static int compare(TypeKind kind, byte[] left, byte[] right) {
        return switch (kind) {
            case INTEGER, DECIMAL -> compareDecimals(left, right);
            case FLOAT ->
                left.length == 8 && right.length == 8
                        ? Double.compare(
                                Double.longBitsToDouble(eightBytes(left)), Double.longBitsToDouble(eightBytes(right)))
                        : Arrays.compareUnsigned(left, right);
            case DATE, TIME, TIMESTAMP ->
                left.length >= 8 && right.length >= 8
                        ? compareMoments(left, right)
                        : Arrays.compareUnsigned(left, right);
            case BOOLEAN,
                    TEXT,
                    BINARY,
                    UUID,
                    JSON,
                    INTERVAL,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    NATIVE,
                    UNKNOWN -> Arrays.compareUnsigned(left, right);
        };
    }

    /** What follows the eight bytes are digits beyond microseconds. */
    private static int compareMoments(byte[] left, byte[] right) {
        int micros = Long.compare(eightBytes(left), eightBytes(right));
        return micros != 0 ? micros : Arrays.compareUnsigned(left, right);
    }

    /** The value of an eight-byte form. */
    public static long eightBytes(byte[] form) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | (form[i] & 0xff);
        }
        return value;
    }

    private static int compareDecimals(byte[] left, byte[] right) {
        int leftRank = rank(left);
        int rightRank = rank(right);
        if (leftRank != rightRank) {
            return Integer.compare(leftRank, rightRank);
        }
        return switch (leftRank) {
            case -1 -> compareMagnitudes(right, left, 1);
            case 1 -> compareMagnitudes(left, right, 0);
            default -> Arrays.compareUnsigned(left, right);
        };
    }

    /** -Infinity, negative, zero, positive, Infinity, NaN, no number. */
    private static int rank(byte[] form) {
        if (form.length == 0) {
            return 4;
        }
        byte lead = form[0] == '-' && form.length > 1 ? form[1] : form[0];
        boolean negative = lead != form[0];
        if (lead >= '0' && lead <= '9') {
            return negative ? -1 : form.length == 1 && lead == '0' ? 0 : 1;
        }
        return switch (lead) {
            case 'I' -> negative ? -2 : 2;
            case 'N' -> 3;
            default -> 4;
        };
    }

    private static int compareMagnitudes(byte[] left, byte[] right, int from) {
        if (holds(left, 'E') || holds(right, 'E')) {
            return magnitude(left, from).compareTo(magnitude(right, from));
        }
        int wholeDigits = Integer.compare(wholeDigits(left, from), wholeDigits(right, from));
        return wholeDigits != 0
                ? wholeDigits
                : Arrays.compareUnsigned(left, from, left.length, right, from, right.length);
    }

    private static BigDecimal magnitude(byte[] form, int from) {
        return new BigDecimal(new String(form, from, form.length - from, StandardCharsets.US_ASCII));
    }

    private static int wholeDigits(byte[] form, int from) {
        int i = from;
        while (i < form.length && form[i] != '.') {
            i++;
        }
        return i - from;
    }

    private static boolean holds(byte[] form, char wanted) {
        for (byte b : form) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }
}
