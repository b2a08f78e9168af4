package dev.dmt.transfer.shard;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A shard's stored bytes; its end is only reached where their hash is the manifest's. */
final class ProvenInput extends FilterInputStream {
    private final MessageDigest digest = Hashes.sha256();
    private final Path file;
    private final ShardEntry entry;
    private boolean proven;

    ProvenInput(InputStream in, Path file, ShardEntry entry) {
        super(in);
        this.file = file;
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            digest.update(buffer, offset, count);
        } else if (count < 0) {
            prove();
        }
        return count;
    }

    @Override
    public long skip(long n) {
        throw new UnsupportedOperationException("every byte must be hashed");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void prove() {
        if (!proven && !HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw new DmtException(
                    ErrorCode.DATA,
                    "shard " + file + " is not what its manifest says: the SHA-256 differs",
                    ErrorContext.at("file", file.toString())
                            .withHint("restore the shard from a copy, or export the unit again"));
        }
        proven = true;
    }
}
