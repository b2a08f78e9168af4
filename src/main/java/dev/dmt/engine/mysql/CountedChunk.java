package dev.dmt.engine.mysql;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A chunk on its way to the server, its rows counted: line ends that stand in no quotes. */
final class CountedChunk extends FilterInputStream {
    private boolean quoted;
    private long rows;

    CountedChunk(InputStream chunk) {
        super(chunk);
    }

    long rows() {
        return rows;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            look((byte) value);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        for (int i = offset; i < offset + count; i++) {
            look(bytes[i]);
        }
        return count;
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
