package dev.dmt.schema.canonical;

import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes rows: SHA-256 over the canonical forms of the fields, each after its length in four bytes (so that 12 and 3 are
 * not 1 and 23) and NULL as the length -1 alone, cut to its first two 64-bit words. Reused from row to row without
 * allocating. One thread's own.
 */
public final class RowHasher {
    private static final int NULL_LENGTH = -1;

    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[8192];
    private final byte[] result = new byte[32];
    private final CanonicalValue value = new CanonicalValue();
    private int used;
    private long first;
    private long second;

    /** Starts a row; whatever was added and not finished is forgotten. */
    public RowHasher begin() {
        digest.reset();
        used = 0;
        return this;
    }

    public RowHasher add(CanonicalValue field) {
        if (field.isNull()) {
            return addNull();
        }
        addLength(field.length());
        append(field.array(), field.offset(), field.length());
        return this;
    }

    public RowHasher addNull() {
        addLength(NULL_LENGTH);
        return this;
    }

    public RowHasher addLong(TypeKind kind, long field) {
        return add(value.setLong(kind, field));
    }

    public RowHasher addDouble(LogicalType type, double field) {
        return add(value.setDouble(type, field));
    }

    public RowHasher addBytes(LogicalType type, byte[] array, int offset, int length) {
        return add(value.setBytes(type, array, offset, length));
    }

    /** Ends the row; its hash is then in {@link #first} and {@link #second}. */
    public void finish() {
        digest.update(buffer, 0, used);
        used = 0;
        try {
            digest.digest(result, 0, result.length);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 gives 32 bytes", e);
        }
        first = word(0);
        second = word(8);
    }

    /** Ends the row and adds it to a leaf. */
    public void finish(LeafSum into) {
        finish();
        into.add(first, second);
    }

    public long first() {
        return first;
    }

    public long second() {
        return second;
    }

    private void addLength(int length) {
        if (buffer.length - used < 4) {
            flush();
        }
        buffer[used++] = (byte) (length >>> 24);
        buffer[used++] = (byte) (length >>> 16);
        buffer[used++] = (byte) (length >>> 8);
        buffer[used++] = (byte) length;
    }

    private void append(byte[] array, int offset, int length) {
        if (length > buffer.length - used) {
            flush();
        }
        if (length > buffer.length) {
            digest.update(array, offset, length);
        } else {
            System.arraycopy(array, offset, buffer, used, length);
            used += length;
        }
    }

    private void flush() {
        digest.update(buffer, 0, used);
        used = 0;
    }

    private long word(int at) {
        long word = 0;
        for (int i = at; i < at + 8; i++) {
            word = word << 8 | (result[i] & 0xff);
        }
        return word;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
