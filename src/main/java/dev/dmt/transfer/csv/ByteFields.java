package dev.dmt.transfer.csv;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.EncodeBuffer;
import java.io.IOException;

/** Values that are bytes: quoted text, plain ASCII, hexadecimal binary; in pieces, so that any size passes. */
final class ByteFields {
    private static final int PIECE = 1 << 16;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private ByteFields() {}

    /** In quotes, quotes doubled; false where the text holds a NUL that it must not. */
    static boolean text(EncodeBuffer out, ByteView value, boolean nulAllowed) throws IOException {
        byte[] from = value.array();
        int end = value.offset() + value.length();
        out.put('"');
        int at = value.offset();
        while (at < end) {
            int stop = Math.min(end, at + PIECE);
            out.room(2 * (stop - at));
            byte[] to = out.bytes;
            int size = out.size;
            for (; at < stop; at++) {
                byte b = from[at];
                if (b == 0 && !nulAllowed) {
                    return false;
                }
                if (b == '"') {
                    to[size++] = '"';
                }
                to[size++] = b;
            }
            out.size = size;
            out.spill();
        }
        out.put('"');
        return true;
    }

    static void plain(EncodeBuffer out, ByteView value) {
        out.room(value.length());
        System.arraycopy(value.array(), value.offset(), out.bytes, out.size, value.length());
        out.size += value.length();
    }

    static void binary(EncodeBuffer out, ByteView value, byte[] prefix) throws IOException {
        byte[] from = value.array();
        int end = value.offset() + value.length();
        out.put(prefix);
        int at = value.offset();
        while (at < end) {
            int stop = Math.min(end, at + PIECE);
            out.room(2 * (stop - at));
            byte[] to = out.bytes;
            int size = out.size;
            for (; at < stop; at++) {
                to[size++] = HEX[(from[at] >> 4) & 15];
                to[size++] = HEX[from[at] & 15];
            }
            out.size = size;
            out.spill();
        }
    }

    static boolean hasNul(ByteView value) {
        byte[] bytes = value.array();
        int end = value.offset() + value.length();
        for (int i = value.offset(); i < end; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
