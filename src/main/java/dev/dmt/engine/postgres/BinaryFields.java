package dev.dmt.engine.postgres;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;
import dev.dmt.engine.EncodeBuffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Fields of a fixed size, each behind its length. */
final class BinaryFields {
    /** Days from 1970 to 2000, from which PostgreSQL counts. */
    static final long EPOCH_DAYS = 10_957;

    private static final long EPOCH_MICROSECONDS = EPOCH_DAYS * 86_400_000_000L;
    private static final int UUID_TEXT = 36;
    private static final int UUID_BYTES = 16;
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private BinaryFields() {}

    static void int2(EncodeBuffer out, int value) {
        out.room(2);
        SHORT.set(out.bytes, out.size, (short) value);
        out.size += 2;
    }

    static void int4(EncodeBuffer out, int value) {
        out.room(4);
        INT.set(out.bytes, out.size, value);
        out.size += 4;
    }

    static void int2At(EncodeBuffer out, int place, int value) {
        SHORT.set(out.bytes, place, (short) value);
    }

    static void int4At(EncodeBuffer out, int place, int value) {
        INT.set(out.bytes, place, value);
    }

    static void bool(EncodeBuffer out, boolean value) {
        int4(out, 1);
        out.put(value ? 1 : 0);
    }

    static void smallint(EncodeBuffer out, int column, long value) {
        if (value != (short) value) {
            throw new BadValueException(column, "the number does not fit into a smallint");
        }
        int4(out, 2);
        int2(out, (int) value);
    }

    static void integer(EncodeBuffer out, int column, long value) {
        if (value != (int) value) {
            throw new BadValueException(column, "the value is beyond what its type can hold");
        }
        int4(out, 4);
        int4(out, (int) value);
    }

    static void bigint(EncodeBuffer out, long value) {
        out.room(12);
        INT.set(out.bytes, out.size, 8);
        LONG.set(out.bytes, out.size + 4, value);
        out.size += 12;
    }

    /** A finite number that a real can only hold as an infinity, or as nothing, is refused, as its text would be. */
    static void real(EncodeBuffer out, int column, double value) {
        float narrow = (float) value;
        if ((Float.isInfinite(narrow) && !Double.isInfinite(value)) || (narrow == 0 && value != 0)) {
            throw new BadValueException(column, "the number is beyond what a real can hold");
        }
        int4(out, 4);
        int4(out, Float.floatToRawIntBits(narrow));
    }

    static void moment(EncodeBuffer out, int column, long microseconds) {
        if (microseconds < Long.MIN_VALUE + EPOCH_MICROSECONDS) {
            throw new BadValueException(column, "the moment is beyond what its type can hold");
        }
        bigint(out, microseconds - EPOCH_MICROSECONDS);
    }

    static void uuid(EncodeBuffer out, int column, ByteView text) {
        if (text.length() != UUID_TEXT) {
            throw notUuid(column);
        }
        int4(out, UUID_BYTES);
        out.room(UUID_BYTES);
        int at = text.offset();
        for (int i = 0; i < UUID_BYTES; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                if (text.array()[at++] != '-') {
                    throw notUuid(column);
                }
            }
            int high = Character.digit(text.array()[at], 16);
            int low = Character.digit(text.array()[at + 1], 16);
            if (high < 0 || low < 0) {
                throw notUuid(column);
            }
            out.bytes[out.size++] = (byte) (high << 4 | low);
            at += 2;
        }
    }

    private static BadValueException notUuid(int column) {
        return new BadValueException(column, "the value is no uuid");
    }
}
