package dev.dmt.engine.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What dmt writes for numbers that a column of SQLite does not keep: SQLite takes NaN for NULL, and forgets the sign of a
 * zero. A text of digits would become a number again, so the negative zero is a blob.
 */
public final class RealWords {
    private static final byte[] NOT_A_NUMBER = "NaN".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEGATIVE_ZERO = "-0.0".getBytes(StandardCharsets.US_ASCII);

    private RealWords() {}

    public static String notANumber() {
        return "NaN";
    }

    public static byte[] negativeZero() {
        return NEGATIVE_ZERO.clone();
    }

    static boolean isNotANumber(byte[] text) {
        return Arrays.equals(text, NOT_A_NUMBER);
    }

    static boolean isNegativeZero(byte[] blob) {
        return Arrays.equals(blob, NEGATIVE_ZERO);
    }

    /** True for what a decimal may be besides digits. */
    static boolean isWord(byte[] text) {
        return isNotANumber(text) || isInfinity(text);
    }

    private static boolean isInfinity(byte[] text) {
        String word = text.length > 9 ? "" : new String(text, StandardCharsets.US_ASCII);
        return word.equals("Infinity") || word.equals("-Infinity");
    }
}
