package dev.dmt.transfer;

import dev.dmt.attempt.Cancellation;
import dev.dmt.config.ShardCompression;
import dev.dmt.error.DmtException;
import dev.dmt.transfer.shard.ShardEntry;
import dev.dmt.transfer.shard.ShardFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bytes of a chunk's shards, one after another, each proved by its hash at its end; stops when work is cancelled. */
final class ChunkInput extends InputStream {
    private final ShardFolder folder;
    private final ShardCompression compression;
    private final Iterator<ShardEntry> entries;
    private final Cancellation cancellation;
    private @Nullable InputStream current;
    private @Nullable DmtException failure;

    ChunkInput(ShardFolder folder, ShardCompression compression, List<ShardEntry> entries, Cancellation cancellation) {
        this.folder = folder;
        this.compression = compression;
        this.entries = entries.iterator();
        this.cancellation = cancellation;
    }

    /** Why reading failed, whatever a driver has made of it since. */
    Optional<DmtException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return advance(buffer, offset, length);
        } catch (DmtException e) {
            failure = e;
            throw e;
        }
    }

    private int advance(byte[] buffer, int offset, int length) throws IOException {
        cancellation.check();
        while (true) {
            if (current == null) {
                if (!entries.hasNext()) {
                    return -1;
                }
                current = folder.open(entries.next(), compression);
            }
            int count = current.read(buffer, offset, length);
            if (count >= 0) {
                return count;
            }
            current.close();
            current = null;
        }
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }
}
