package dev.dmt.transfer.shard;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.storage.StorageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Room on the staging disk, looked at before it is needed. */
public final class StagingSpace {
    /** Kept free for manifests, checkpoints and logs. */
    static final long MARGIN = 32L << 20;

    private StagingSpace() {}

    /** Refuses with STORAGE_FULL where the folder's disk cannot take so many bytes and the margin. */
    public static void require(Path folder, long bytes) {
        long usable;
        try {
            usable = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw StorageFailure.of("looking at the staging disk", folder, e);
        }
        require(folder, bytes, usable);
    }

    static void require(Path folder, long bytes, long usable) {
        if (usable < bytes + MARGIN) {
            throw new DmtException(
                    ErrorCode.STORAGE_FULL,
                    "the staging disk of " + folder + " has " + megabytes(usable)
                            + " left, and the next shards need about " + megabytes(bytes + MARGIN),
                    ErrorContext.at("folder", folder.toString())
                            .withHint("make room, or set staging.path to a larger disk, staging.compression to zstd or"
                                    + " migration.shard_bytes lower; then run the same command again"));
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", Math.max(0, bytes) >> 20);
    }
}
