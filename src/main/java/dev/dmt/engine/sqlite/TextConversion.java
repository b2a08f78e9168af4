package dev.dmt.engine.sqlite;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;

/** Text that is valid UTF-8 and free of NUL, or made so; numbers as their digits where the form says so. */
final class TextConversion implements Conversion.OfBytes {
    private final boolean numbers;
    private final ReadingForm.TextRepair repair;
    private final NumberAsText digits = new NumberAsText();
    private final ByteView view = new ByteView();

    TextConversion(boolean numbers, ReadingForm.TextRepair repair) {
        this.numbers = numbers;
        this.repair = repair;
    }

    @Override
    public ByteView toBytes(NativeRows rows, int column) {
        int storage = rows.storageClass(column);
        if (storage == NativeRows.TEXT) {
            return text(rows.bytes(column), column);
        } else if (numbers && storage == NativeRows.INTEGER) {
            return digits.of(rows.integer(column), view);
        } else if (numbers && storage == NativeRows.REAL) {
            return digits.of(rows.real(column), view);
        }
        throw Conversion.misfit(rows, column, "a text");
    }

    private ByteView text(byte[] text, int column) {
        long scanned = Utf8.scan(text);
        if ((scanned & (Utf8.NUL | Utf8.BROKEN)) == 0) {
            return view.set(text, 0, text.length);
        }
        if (repair == ReadingForm.TextRepair.NONE) {
            throw new BadValueException(
                    column, (scanned & Utf8.BROKEN) != 0 ? "text that is not UTF-8" : "text with a NUL character");
        }
        byte[] repaired = Utf8.repaired(text, repair == ReadingForm.TextRepair.REPLACE);
        return view.set(repaired, 0, repaired.length);
    }
}
