package dev.dmt.engine.sqlite;

/** Texts that are nothing but a number: a sign, digits, a point, an exponent; no blanks, hexadecimal or words. */
final class NumberText {
    private static final int LONGEST = 200_000;
    private static final int LONGEST_EXPONENT = 3;

    private NumberText() {}

    static boolean whole(byte[] text) {
        int start = signed(text) ? 1 : 0;
        return text.length > start && text.length <= LONGEST && digitsEnd(text, start) == text.length;
    }

    static boolean decimal(byte[] text) {
        if (text.length > LONGEST) {
            return false;
        }
        int start = signed(text) ? 1 : 0;
        int at = digitsEnd(text, start);
        int digits = at - start;
        if (at < text.length && text[at] == '.') {
            int end = digitsEnd(text, at + 1);
            digits += end - at - 1;
            at = end;
        }
        if (digits == 0) {
            return false;
        }
        return at == text.length || exponent(text, at);
    }

    /** Digits before the point, without leading zeros; a decimal with an exponent counts as one of any length. */
    static int digitsBefore(byte[] text) {
        int start = signed(text) ? 1 : 0;
        int end = digitsEnd(text, start);
        while (start < end && text[start] == '0') {
            start++;
        }
        return hasExponent(text) ? LONGEST : end - start;
    }

    /** Digits behind the point, without trailing zeros; a decimal with an exponent counts as one of any length. */
    static int digitsAfter(byte[] text) {
        int point = digitsEnd(text, signed(text) ? 1 : 0);
        int end = text.length;
        while (end > point + 1 && text[end - 1] == '0') {
            end--;
        }
        return hasExponent(text) ? LONGEST : Math.max(0, end - point - 1);
    }

    private static boolean hasExponent(byte[] text) {
        for (byte b : text) {
            if ((b | 0x20) == 'e') {
                return true;
            }
        }
        return false;
    }

    private static boolean exponent(byte[] text, int at) {
        if ((text[at] | 0x20) != 'e') {
            return false;
        }
        int start = at + 1;
        if (start < text.length && (text[start] == '+' || text[start] == '-')) {
            start++;
        }
        int end = digitsEnd(text, start);
        return end == text.length && end > start && end - start <= LONGEST_EXPONENT;
    }

    private static boolean signed(byte[] text) {
        return text.length > 0 && (text[0] == '-' || text[0] == '+');
    }

    private static int digitsEnd(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }
}
