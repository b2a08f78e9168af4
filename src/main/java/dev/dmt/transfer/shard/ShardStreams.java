package dev.dmt.transfer.shard;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.dmt.config.ShardCompression;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compression of shards, both ways; hashes are of the stored bytes. */
final class ShardStreams {
    private static final int BUFFER = 1 << 16;
    private static final int ZSTD_LEVEL = 3;

    private ShardStreams() {}

    static OutputStream writing(OutputStream stored, ShardCompression compression) throws IOException {
        return switch (compression) {
            case NONE -> stored;
            case GZIP -> new FastGzip(stored);
            case ZSTD -> new ZstdOutputStream(stored, ZSTD_LEVEL);
        };
    }

    static InputStream reading(Path file, ShardEntry entry, ShardCompression compression) throws IOException {
        ProvenInput stored = new ProvenInput(Files.newInputStream(file), file, entry);
        try {
            return switch (compression) {
                case NONE -> stored;
                case GZIP -> new WholeInput(new GZIPInputStream(stored, BUFFER), stored);
                case ZSTD -> new WholeInput(new ZstdInputStream(stored), stored);
            };
        } catch (IOException e) {
            try (stored) {
                stored.transferTo(OutputStream.nullOutputStream());
            }
            throw e;
        }
    }

    /** The fastest level: staging disks are slower than it, and better levels slower than they. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
