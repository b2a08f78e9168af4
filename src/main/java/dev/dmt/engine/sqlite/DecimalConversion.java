package dev.dmt.engine.sqlite;

import dev.dmt.engine.ByteView;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Exact decimals: integers as their digits, reals as the shortest digits that read back the same. */
final class DecimalConversion implements Conversion.OfBytes {
    private static final byte[] INFINITY = "Infinity".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MINUS_INFINITY = "-Infinity".getBytes(StandardCharsets.US_ASCII);

    private final boolean fromText;
    private final ExactDecimal digits = new ExactDecimal();
    private final ByteView view = new ByteView();

    private DecimalConversion(boolean fromText) {
        this.fromText = fromText;
    }

    static Conversion of(String base) {
        return new DecimalConversion(base.equals(ReadingForm.TEXT_NUMBER));
    }

    @Override
    public ByteView toBytes(NativeRows rows, int column) {
        int storage = rows.storageClass(column);
        if (storage == NativeRows.INTEGER) {
            digits.set(rows.integer(column));
            return view.set(digits.bytes(), digits.offset(), digits.length());
        } else if (storage == NativeRows.REAL) {
            return real(rows.real(column));
        } else if (storage == NativeRows.TEXT && RealWords.isWord(rows.bytes(column))) {
            byte[] word = rows.bytes(column);
            return view.set(word, 0, word.length);
        } else if (fromText && storage == NativeRows.TEXT) {
            byte[] text = rows.bytes(column);
            if (NumberText.decimal(text)) {
                byte[] plain = new BigDecimal(new String(text, StandardCharsets.US_ASCII))
                        .toPlainString()
                        .getBytes(StandardCharsets.US_ASCII);
                return view.set(plain, 0, plain.length);
            }
        }
        throw Conversion.misfit(rows, column, "a number");
    }

    private ByteView real(double value) {
        if (Double.isInfinite(value)) {
            byte[] word = value > 0 ? INFINITY : MINUS_INFINITY;
            return view.set(word, 0, word.length);
        }
        digits.set(value);
        return view.set(digits.bytes(), digits.offset(), digits.length());
    }
}
