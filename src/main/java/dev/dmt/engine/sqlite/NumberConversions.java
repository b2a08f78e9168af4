package dev.dmt.engine.sqlite;

import dev.dmt.engine.BadValueException;
import java.nio.charset.StandardCharsets;

/** Booleans, whole numbers and floating point numbers. */
final class NumberConversions {
    private static final double TWO_TO_63 = 0x1p63;
    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private NumberConversions() {}

    static Conversion truth() {
        return (Conversion.OfLong) (rows, column) -> {
            int storage = rows.storageClass(column);
            long found = Words.NOT;
            if (storage == NativeRows.INTEGER) {
                found = rows.integer(column);
            } else if (storage == NativeRows.TEXT) {
                found = Words.truth(rows.bytes(column));
            }
            if (found != 0 && found != 1) {
                throw Conversion.misfit(rows, column, "a boolean");
            }
            return found;
        };
    }

    static Conversion whole(String base, int bits) {
        boolean fromText = base.equals(ReadingForm.TEXT_NUMBER);
        long least = -1L << (bits - 1);
        long greatest = -(least + 1);
        return (Conversion.OfLong) (rows, column) -> {
            long value = whole(rows, column, fromText);
            if (value < least || value > greatest) {
                throw new BadValueException(column, "an integer of more than " + bits + " bits");
            }
            return value;
        };
    }

    private static long whole(NativeRows rows, int column, boolean fromText) {
        int storage = rows.storageClass(column);
        if (storage == NativeRows.INTEGER) {
            return rows.integer(column);
        } else if (storage == NativeRows.REAL) {
            double real = rows.real(column);
            if (real == Math.rint(real) && real >= -TWO_TO_63 && real < TWO_TO_63) {
                return (long) real;
            }
        } else if (fromText && storage == NativeRows.TEXT) {
            byte[] text = rows.bytes(column);
            if (text.length <= 20 && NumberText.whole(text)) {
                try {
                    return Long.parseLong(new String(text, StandardCharsets.US_ASCII));
                } catch (NumberFormatException e) {
                    throw new BadValueException(column, "an integer of more than 64 bits");
                }
            }
        }
        throw Conversion.misfit(rows, column, "a whole number");
    }

    static Conversion floating(String base) {
        boolean fromText = base.equals(ReadingForm.TEXT_NUMBER);
        return (Conversion.OfDouble) (rows, column) -> {
            int storage = rows.storageClass(column);
            if (storage == NativeRows.REAL) {
                return rows.real(column);
            } else if (storage == NativeRows.INTEGER) {
                long whole = rows.integer(column);
                if (Math.abs(whole) <= EXACT_IN_DOUBLE && whole != Long.MIN_VALUE) {
                    return (double) whole;
                }
            } else if (fromText && storage == NativeRows.TEXT) {
                byte[] text = rows.bytes(column);
                if (NumberText.decimal(text)) {
                    return Double.parseDouble(new String(text, StandardCharsets.US_ASCII));
                }
            }
            if (storage == NativeRows.TEXT && RealWords.isNotANumber(rows.bytes(column))) {
                return Double.NaN;
            } else if (storage == NativeRows.BLOB && RealWords.isNegativeZero(rows.bytes(column))) {
                return -0.0;
            }
            throw Conversion.misfit(rows, column, "exactly a floating point number");
        };
    }
}
