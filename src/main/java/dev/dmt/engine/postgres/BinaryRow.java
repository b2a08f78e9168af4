package dev.dmt.engine.postgres;

import dev.dmt.engine.ByteView;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One row of COPY's binary format: where each field lies in the server's message. Reused from row to row. */
final class BinaryRow {
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER_BYTES = 19;
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final int[] offsets;
    private final int[] lengths;
    private byte[] message = new byte[0];
    private int start;
    private int end;

    BinaryRow(int fields) {
        offsets = new int[fields];
        lengths = new int[fields];
    }

    /** Where the first row starts in the stream's first message. */
    static int skipHeader(byte[] first) {
        if (first.length < HEADER_BYTES || !Arrays.equals(first, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new DmtException(ErrorCode.INTERNAL, "the server's copy does not start as the binary format does");
        }
        return HEADER_BYTES + (int) INT.get(first, HEADER_BYTES - 4);
    }

    /** Takes the row that starts here; false at the end marker. The server sends each row in one message. */
    boolean take(byte[] newMessage, int newStart) {
        message = newMessage;
        start = newStart;
        int fields = (short) SHORT.get(message, start);
        if (fields < 0) {
            return false;
        }
        if (fields != offsets.length) {
            throw new DmtException(ErrorCode.INTERNAL, "the server sent " + fields + " fields");
        }
        int position = start + 2;
        for (int i = 0; i < fields; i++) {
            int length = (int) INT.get(message, position);
            position += 4;
            offsets[i] = position;
            lengths[i] = length;
            position += Math.max(0, length);
        }
        end = position;
        return true;
    }

    /** The row with its first fields alone, as the server would have sent it. */
    ByteView of(int fields, ByteView view) {
        SHORT.set(message, start, (short) fields);
        int stop = fields < offsets.length ? offsets[fields] - 4 : end;
        return view.set(message, start, stop - start);
    }

    boolean isNull(int field) {
        return lengths[field] < 0;
    }

    byte[] message() {
        return message;
    }

    int offset(int field) {
        return offsets[field];
    }

    int length(int field) {
        return lengths[field];
    }

    byte byteAt(int field) {
        return message[offsets[field]];
    }

    int intAt(int field) {
        return (int) INT.get(message, offsets[field]);
    }

    long longAt(int field) {
        return (long) LONG.get(message, offsets[field]);
    }

    double doubleAt(int field) {
        return Double.longBitsToDouble(longAt(field));
    }

    String textAt(int field) {
        return new String(message, offsets[field], lengths[field], StandardCharsets.UTF_8);
    }
}
