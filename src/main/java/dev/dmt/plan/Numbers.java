package dev.dmt.plan;

import dev.dmt.schema.LogicalType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers of defaults: what a column of a type holds unchanged, and how they are written. */
final class Numbers {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,400}(\\.\\d*)?|\\.\\d{1,400})([eE][+-]?\\d{1,3})?");
    /** Up to so many digits a double and SQLite's text of it say the same. */
    private static final int SURE_DIGITS = 15;

    private Numbers() {}

    static Optional<BigDecimal> read(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    static boolean fits(BigDecimal number, LogicalType type) {
        BigDecimal bare = number.stripTrailingZeros();
        if (type instanceof LogicalType.Int whole) {
            return bare.scale() <= 0 && bare.toBigInteger().bitLength() < whole.bits();
        } else if (type instanceof LogicalType.Decimal decimal
                && decimal.precision().isPresent()) {
            return bare.scale() <= decimal.scale()
                    && bare.precision() - bare.scale() <= decimal.precision().getAsInt() - decimal.scale();
        } else if (type instanceof LogicalType.Floating floating) {
            return floating.bits() == 64 ? Double.isFinite(number.doubleValue()) : Float.isFinite(number.floatValue());
        }
        return true;
    }

    static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }

    /** A number as SQLite writes it into a text column; empty where that takes more than its digits. */
    static Optional<String> asSqliteText(String digits) {
        boolean whole = digits.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
        if (whole) {
            return read(digits).filter(n -> fits(n, new LogicalType.Int(64))).map(Numbers::plain);
        }
        return read(digits)
                .filter(n -> n.precision() <= SURE_DIGITS && n.abs().compareTo(new BigDecimal("1e15")) < 0)
                .filter(n -> n.signum() == 0 || n.abs().compareTo(new BigDecimal("1e-4")) >= 0)
                .filter(n -> n.signum() != 0 || !digits.startsWith("-"))
                .map(n -> n.stripTrailingZeros().scale() <= 0 ? plain(n) + ".0" : plain(n));
    }
}
