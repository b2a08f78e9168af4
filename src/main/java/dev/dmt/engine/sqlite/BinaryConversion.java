package dev.dmt.engine.sqlite;

import dev.dmt.engine.ByteView;

/** Bytes: blobs as they are, texts as their UTF-8 bytes; numbers as their digits where the form says so. */
final class BinaryConversion implements Conversion.OfBytes {
    private final boolean numbers;
    private final NumberAsText digits = new NumberAsText();
    private final ByteView view = new ByteView();

    BinaryConversion(boolean numbers) {
        this.numbers = numbers;
    }

    @Override
    public ByteView toBytes(NativeRows rows, int column) {
        int storage = rows.storageClass(column);
        if (storage == NativeRows.BLOB || storage == NativeRows.TEXT) {
            byte[] bytes = rows.bytes(column);
            return view.set(bytes, 0, bytes.length);
        } else if (numbers && storage == NativeRows.INTEGER) {
            return digits.of(rows.integer(column), view);
        } else if (numbers && storage == NativeRows.REAL) {
            return digits.of(rows.real(column), view);
        }
        throw Conversion.misfit(rows, column, "a blob");
    }
}
