package dev.dmt.engine.mysql;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A chunk on its way to the server, its rows counted: line ends that stand in no quotes. One that breaks off seems to end
 * there, so that driver and server do not lose step; {@link #requireWhole} tells afterwards.
 */
final class CountedChunk extends FilterInputStream {
    private boolean quoted;
    private long rows;
    private @Nullable IOException broken;

    CountedChunk(InputStream chunk) {
        super(chunk);
    }

    long rows() {
        return rows;
    }

    void requireWhole() throws IOException {
        if (broken != null) {
            throw broken;
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        int count = readSome(bytes, offset, length);
        for (int i = offset; i < offset + count; i++) {
            look(bytes[i]);
        }
        return count;
    }

    private int readSome(byte[] bytes, int offset, int length) {
        try {
            return broken == null ? in.read(bytes, offset, length) : -1;
        } catch (IOException e) {
            broken = e;
            return -1;
        }
    }

    private void look(byte value) {
        if (value == '"') {
            quoted = !quoted;
        } else if (value == '\n' && !quoted) {
            rows++;
        }
    }

    /** The caller closes it, not the driver. */
    @Override
    public void close() {
        // Nothing of ours is open.
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
