package dev.dmt.engine.mysql;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Shapes: the server keeps the number of the reference system before their WKB, EWKB has it within. */
final class ShapeBytes {
    private static final int SRID_BYTES = 4;
    private static final int WITH_SRID = 0x20000000;
    private static final int HEADER = 5;

    private ShapeBytes() {}

    static byte[] toEwkb(byte[] kept) {
        ByteBuffer from = ByteBuffer.wrap(kept).order(ByteOrder.LITTLE_ENDIAN);
        int srid = from.getInt();
        if (srid == 0) {
            return java.util.Arrays.copyOfRange(kept, SRID_BYTES, kept.length);
        }
        ByteBuffer to = ByteBuffer.allocate(kept.length).order(ByteOrder.LITTLE_ENDIAN);
        to.put(from.get()).putInt(from.getInt() | WITH_SRID).putInt(srid);
        return to.put(kept, SRID_BYTES + HEADER, kept.length - SRID_BYTES - HEADER)
                .array();
    }

    /**
     * From EWKB in hexadecimal digits to what the server keeps, in SQL; a shape that it cannot keep, such as one of three
     * dimensions, it then refuses.
     */
    static String fromEwkb(String hex) {
        return "UNHEX(IF(SUBSTR(" + hex + ", 9, 2) = '20', CONCAT(SUBSTR(" + hex + ", 11, 8), SUBSTR(" + hex
                + ", 1, 8), '00', SUBSTR(" + hex + ", 19)), CONCAT('00000000', " + hex + ")))";
    }
}
