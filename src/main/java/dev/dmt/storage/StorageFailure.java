package dev.dmt.storage;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a failed write to disk means to an orchestrator: full (try again later), forbidden (stop), or passing. */
public final class StorageFailure {
    private static final long NEXT_TO_NOTHING = 64 * 1024;

    private StorageFailure() {}

    /** The exception that says what was being done to which file. */
    public static DmtException of(String doing, Path file, IOException cause) {
        ErrorContext where = ErrorContext.at("file", file.toString());
        if (isFull(file, cause)) {
            return new DmtException(
                    ErrorCode.STORAGE_FULL,
                    doing + " failed: no space is left on the disk of " + file,
                    where.withHint("make room there, then run the same command again: it goes on where it stopped"),
                    cause);
        }
        if (cause instanceof AccessDeniedException || says(cause, "read-only file system", "permission denied")) {
            return new DmtException(
                    ErrorCode.PERMISSION,
                    doing + " failed: no right to write " + file,
                    where.withHint("give this user the right to write there, or choose another folder"),
                    cause);
        }
        if (cause instanceof FileAlreadyExistsException || says(cause, "not a directory", "is a directory")) {
            return new DmtException(
                    ErrorCode.CONFIG,
                    doing + " failed: a file stands where a folder should be, or a folder where " + file + " should be",
                    where.withHint("choose another path"),
                    cause);
        }
        return new DmtException(
                ErrorCode.TRANSIENT,
                doing + " failed on " + file + ": " + cause.getClass().getSimpleName() + " " + cause.getMessage(),
                where.withHint("look at the disk, then run the same command again"),
                cause);
    }

    // The JDK has no class for ENOSPC: the system's words, or the disk itself, must tell.
    private static boolean isFull(Path file, IOException cause) {
        return says(cause, "no space left", "not enough space", "quota exceeded") || usable(file) < NEXT_TO_NOTHING;
    }

    private static boolean says(IOException cause, String... phrases) {
        String message = cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
        for (String phrase : phrases) {
            if (message.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    private static long usable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return folder == null || !Files.isDirectory(folder)
                    ? Long.MAX_VALUE
                    : Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
