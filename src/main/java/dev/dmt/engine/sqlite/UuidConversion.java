package dev.dmt.engine.sqlite;

import dev.dmt.engine.ByteView;

/** Uuids, from their 36 characters in either case or from their 16 bytes. */
final class UuidConversion implements Conversion.OfBytes {
    private final byte[] text = new byte[Words.UUID_LENGTH];
    private final ByteView view = new ByteView();

    @Override
    public ByteView toBytes(NativeRows rows, int column) {
        int storage = rows.storageClass(column);
        if (storage == NativeRows.TEXT) {
            byte[] found = rows.bytes(column);
            if (Words.uuid(found)) {
                for (int i = 0; i < found.length; i++) {
                    boolean upper = found[i] >= 'A' && found[i] <= 'F';
                    text[i] = (byte) (upper ? found[i] | 0x20 : found[i]);
                }
                return view.set(text, 0, text.length);
            }
        } else if (storage == NativeRows.BLOB) {
            byte[] found = rows.bytes(column);
            if (found.length == 16) {
                Words.writeUuid(found, text);
                return view.set(text, 0, text.length);
            }
        }
        throw Conversion.misfit(rows, column, "a uuid");
    }
}
