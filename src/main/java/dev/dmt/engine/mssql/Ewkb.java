package dev.dmt.engine.mssql;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Makes EWKB of what SQL Server gives: WKB in which heights and measures show by thousands in the type, and an SRID apart.
 * EWKB has bits for all three, and the SRID in the outermost shape alone.
 */
final class Ewkb {
    private static final int HAS_HEIGHT = 0x80000000;
    private static final int HAS_MEASURE = 0x40000000;
    private static final int HAS_SRID = 0x20000000;
    private static final int THOUSAND = 1000;
    private static final int BYTES_OF_INT = 4;

    private final ByteBuffer in;
    private final ByteBuffer out;

    private Ewkb(byte[] wkb) {
        this.in = ByteBuffer.wrap(wkb).order(ByteOrder.LITTLE_ENDIAN);
        this.out = ByteBuffer.allocate(wkb.length + BYTES_OF_INT).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @param srid 0 for none */
    static byte[] of(byte[] wkb, int srid) {
        Ewkb shape = new Ewkb(wkb);
        shape.copyShape(srid);
        byte[] made = new byte[shape.out.position()];
        shape.out.flip().get(made);
        return made;
    }

    private void copyShape(int srid) {
        byte order = in.get();
        in.order(order == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int numbered = in.getInt();
        int dimensions = numbered / THOUSAND;
        int kind = numbered % THOUSAND;
        boolean height = dimensions == 1 || dimensions == 3;
        boolean measure = dimensions >= 2;
        out.put((byte) 1);
        out.putInt(kind | (height ? HAS_HEIGHT : 0) | (measure ? HAS_MEASURE : 0) | (srid == 0 ? 0 : HAS_SRID));
        if (srid != 0) {
            out.putInt(srid);
        }
        int numbers = 2 + (height ? 1 : 0) + (measure ? 1 : 0);
        switch (kind) {
            case 1 -> copyNumbers(numbers);
            case 2, 8 -> copyPoints(numbers);
            case 3, 17 -> {
                int rings = copyCount();
                for (int i = 0; i < rings; i++) {
                    copyPoints(numbers);
                }
            }
            case 4, 5, 6, 7, 9, 10, 11, 12, 15, 16 -> {
                int shapes = copyCount();
                for (int i = 0; i < shapes; i++) {
                    copyShape(0);
                }
            }
            default -> out.put(in);
        }
    }

    private int copyCount() {
        int count = in.getInt();
        out.putInt(count);
        return count;
    }

    private void copyPoints(int numbers) {
        int points = copyCount();
        for (int i = 0; i < points; i++) {
            copyNumbers(numbers);
        }
    }

    private void copyNumbers(int numbers) {
        for (int i = 0; i < numbers; i++) {
            out.putDouble(in.getDouble());
        }
    }
}
