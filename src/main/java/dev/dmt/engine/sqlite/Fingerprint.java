package dev.dmt.engine.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;

/**
 * Tells whether a database may have changed, without reading it: the file's size, its change counter and schema cookie,
 * and the write-ahead log's salts and last commit.
 *
 * <p>In WAL mode SQLite does not always raise the change counter when a checkpoint carries pages over, so the file's
 * modification time counts there too; a checkpoint alone then looks like a change, which is the safe side. What it cannot
 * see: bytes changed by something else than SQLite that keeps the size (or, in WAL mode, restores the time as well), and a
 * file swapped for one with the very same counters.
 */
final class Fingerprint {
    private Fingerprint() {}

    /** The log's state is that of the pinned snapshot, not of now; it is empty where there is no log mode. */
    static String of(DatabaseFile file, String logState) {
        FileHeader header = file.header();
        String base =
                "size=" + header.fileSize() + " changes=" + header.changeCounter() + " schema=" + header.schemaCookie();
        if (logState.isEmpty()) {
            return base;
        }
        return base + " modified=" + modified(file) + " log=" + logState;
    }

    private static String modified(DatabaseFile file) {
        try {
            Instant time = Files.getLastModifiedTime(file.path()).toInstant();
            return time.getEpochSecond() + "." + time.getNano();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
