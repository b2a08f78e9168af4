package dev.dmt.engine.sqlite.ddl;

import java.math.BigInteger;

/** SQLite's number literals: decimal, hexadecimal, real, with underscores between digits. */
final class NumberText {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private NumberText() {}

    /** Where the number that begins at {@code start} ends. */
    static int end(String sql, int start) {
        if (sql.startsWith("0x", start) || sql.startsWith("0X", start)) {
            int end = digits(sql, start + 2, 16);
            if (end > start + 2) {
                return end;
            }
        }
        int end = digits(sql, start, 10);
        if (end < sql.length() && sql.charAt(end) == '.') {
            end = digits(sql, end + 1, 10);
        }
        return exponent(sql, end);
    }

    /**
     * The plain form of a literal: whole numbers as decimal digits, all others with a point or an exponent. A whole number
     * beyond 64 bits is a real in SQLite, and so it is here.
     */
    static String plain(String literal) {
        String digits = literal.replace("_", "");
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            return hexadecimal(digits.substring(2));
        }
        boolean whole = digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
        if (whole) {
            BigInteger value = new BigInteger(digits);
            return value.compareTo(LARGEST) > 0 ? Double.toString(value.doubleValue()) : value.toString();
        }
        String real = digits.startsWith(".") ? "0" + digits : digits;
        int point = real.indexOf('.');
        boolean bare = point >= 0 && (point + 1 == real.length() || !Character.isDigit(real.charAt(point + 1)));
        return bare ? real.substring(0, point + 1) + "0" + real.substring(point + 1) : real;
    }

    static boolean isWhole(String plain) {
        return plain.indexOf('.') < 0 && plain.indexOf('e') < 0 && plain.indexOf('E') < 0;
    }

    private static String hexadecimal(String digits) {
        try {
            return Long.toString(Long.parseUnsignedLong(digits, 16));
        } catch (NumberFormatException e) {
            throw new Unparsable("a hexadecimal literal of more than 64 bits");
        }
    }

    private static int exponent(String sql, int start) {
        if (start >= sql.length() || (sql.charAt(start) != 'e' && sql.charAt(start) != 'E')) {
            return start;
        }
        int sign = start + 1;
        if (sign < sql.length() && (sql.charAt(sign) == '+' || sql.charAt(sign) == '-')) {
            sign++;
        }
        int end = digits(sql, sign, 10);
        return end > sign ? end : start;
    }

    private static int digits(String sql, int start, int radix) {
        int end = start;
        while (end < sql.length() && (isDigit(sql.charAt(end), radix) || isSeparator(sql, start, end, radix))) {
            end++;
        }
        return end;
    }

    private static boolean isSeparator(String sql, int start, int position, int radix) {
        return sql.charAt(position) == '_'
                && position > start
                && position + 1 < sql.length()
                && isDigit(sql.charAt(position - 1), radix)
                && isDigit(sql.charAt(position + 1), radix);
    }

    private static boolean isDigit(char c, int radix) {
        return c < 0x80 && Character.digit(c, radix) >= 0;
    }
}
