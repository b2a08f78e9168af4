package dev.dmt.transfer.shard;

import dev.dmt.config.ShardCompression;
import dev.dmt.storage.DurableFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/** One shard being written: it has its name only once it is whole and durable, and leaves nothing otherwise. */
final class ShardWriter implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final StoredBytes stored;
    private final OutputStream content;

    ShardWriter(Path target, ShardCompression compression) throws IOException {
        this.target = target;
        this.temporary = DurableFile.temporaryFor(target);
        this.channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.stored = new StoredBytes(Channels.newOutputStream(channel));
        this.content = ShardStreams.writing(stored, compression);
    }

    OutputStream content() {
        return content;
    }

    /**
     * Gives the shard its name once it is on the disk; returns the hash of the stored bytes. The folder is synced with
     * the manifest, which follows at once: a shard that no manifest names is nobody's.
     */
    String publish() throws IOException {
        content.close();
        channel.force(true);
        channel.close();
        DurableFile.rename(temporary, target, "shard");
        return HexFormat.of().formatHex(stored.digest.digest());
    }

    long storedBytes() {
        return stored.count;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(temporary);
        }
    }

    /** Counts and hashes; closing it leaves the file open, to be synced. */
    private static final class StoredBytes extends FilterOutputStream {
        private final MessageDigest digest = Hashes.sha256();
        private long count;

        StoredBytes(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            digest.update(bytes, offset, length);
            count += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
