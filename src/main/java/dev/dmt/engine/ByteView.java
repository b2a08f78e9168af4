package dev.dmt.engine;

/** A slice of somebody else's bytes, reused from value to value so that the hot path allocates nothing. */
public final class ByteView {
    private byte[] array = new byte[0];
    private int offset;
    private int length;

    public ByteView set(byte[] newArray, int newOffset, int newLength) {
        this.array = newArray;
        this.offset = newOffset;
        this.length = newLength;
        return this;
    }

    /** The array that holds the slice; only {@link #length} bytes from {@link #offset} are the value's. */
    public byte[] array() {
        return array;
    }

    public int offset() {
        return offset;
    }

    public int length() {
        return length;
    }
}
