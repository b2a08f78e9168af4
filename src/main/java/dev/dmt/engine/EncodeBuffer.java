package dev.dmt.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Bytes on their way to a stream. A row can be taken back until it ends, or until it is vouched for: from then on parts of
 * it may leave, so that a row larger than the heap passes through a small buffer. One thread's own.
 */
public final class EncodeBuffer {
    private static final int FLUSH = 1 << 18;

    // Written to directly by encoders, after room(): a call for each byte would cost more than the byte.
    public byte[] bytes = new byte[FLUSH + (FLUSH >> 2)];
    public int size;

    private OutputStream sink = OutputStream.nullOutputStream();
    private int rowStart;
    private boolean vouched;
    private long left;

    /** Turns to another stream and starts to count anew; what was not flushed is dropped. */
    public void into(OutputStream newSink) {
        sink = newSink;
        size = 0;
        rowStart = 0;
        vouched = false;
        left = 0;
    }

    /** Bytes of whole rows and of the row at hand since {@link #into}. */
    public long written() {
        return left + size;
    }

    /** Hands everything to the stream. */
    public void flush() throws IOException {
        sink.write(bytes, 0, size);
        left += size;
        size = 0;
        rowStart = 0;
    }

    /** What follows is one row. */
    public void beginRow() {
        rowStart = size;
        vouched = false;
    }

    /** The row at hand is whole. */
    public void endRow() throws IOException {
        vouched = false;
        if (size >= FLUSH) {
            flush();
        }
    }

    /** Takes the row at hand back. */
    public void takeBack() {
        if (vouched) {
            throw new IllegalStateException("a part of the row has left already");
        }
        size = rowStart;
    }

    /** Bytes of the row at hand that have not left. */
    public int rowSize() {
        return size - rowStart;
    }

    public boolean isVouched() {
        return vouched;
    }

    /** The row at hand will not be taken back any more. */
    public void vouch() {
        vouched = true;
    }

    /** Lets a part of a vouched row go when the buffer has filled. */
    public void spill() throws IOException {
        if (vouched && size >= FLUSH) {
            flush();
        }
    }

    /** Makes room for so many bytes behind {@link #size}. */
    public void room(int wanted) {
        if (bytes.length - size < wanted) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length + (bytes.length >> 1), size + wanted));
        }
    }

    public void put(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    public void put(byte[] word) {
        room(word.length);
        for (byte b : word) {
            bytes[size++] = b;
        }
    }
}
