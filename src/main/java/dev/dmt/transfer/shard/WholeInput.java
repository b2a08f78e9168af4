package dev.dmt.transfer.shard;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Decompressed bytes; at their end the stored ones are read to theirs, so that the hash is always compared. */
final class WholeInput extends FilterInputStream {
    private final InputStream stored;

    WholeInput(InputStream decompressed, InputStream stored) {
        super(decompressed);
        this.stored = stored;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int count = super.read(buffer, offset, length);
            if (count < 0) {
                stored.transferTo(OutputStream.nullOutputStream());
            }
            return count;
        } catch (IOException e) {
            // Bytes that cannot be decompressed are most likely not the ones that were written: let the hash say so.
            stored.transferTo(OutputStream.nullOutputStream());
            throw e;
        }
    }
}
