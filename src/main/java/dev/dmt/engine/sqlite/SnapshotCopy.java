package dev.dmt.engine.sqlite;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * One consistent copy of the source in the run's workspace, made by whoever comes first and read by all. It is there
 * whole or not at all: it is written under another name, forced to disk and renamed, under a lock between processes.
 */
final class SnapshotCopy {
    private static final String NAME = "source-copy.db";

    private final Path folder;
    private final int busyMillis;

    SnapshotCopy(Path folder, int busyMillis) {
        this.folder = folder;
        this.busyMillis = busyMillis;
    }

    Path path() {
        return folder.resolve(NAME);
    }

    /** Returns the copy, having made it where it was not there yet. */
    Path obtain(Path source) {
        if (Files.exists(path())) {
            return path();
        }
        synchronized (SnapshotCopy.class) {
            try {
                Files.createDirectories(folder);
                try (FileChannel channel = FileChannel.open(
                                folder.resolve(NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (lock.isValid() && !Files.exists(path())) {
                        make(source);
                    }
                }
                return path();
            } catch (IOException e) {
                throw new DmtException(
                        ErrorCode.STORAGE_FULL,
                        "cannot copy the source into " + folder + ": " + e.getMessage(),
                        ErrorContext.at("folder", folder.toString()).withHint("check the folder's space and rights"),
                        e);
            }
        }
    }

    private void make(Path source) throws IOException {
        Path unfinished = folder.resolve(NAME + ".unfinished");
        Files.deleteIfExists(unfinished);
        try (DatabaseFile file = DatabaseFile.open(source)) {
            SourceChecks.check(file);
            SqliteOpener opener = new SqliteOpener(file, busyMillis);
            try (Connection connection = opener.readOnly()) {
                copy(connection, unfinished);
            } catch (SQLException e) {
                throw opener.failure("cannot copy", e);
            }
        }
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, path(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Windows has no descriptor of a folder; there the rename is durable by itself.
            if (!System.getProperty("os.name", "").startsWith("Windows")) {
                throw e;
            }
        }
    }

    private static void copy(Connection connection, Path target) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM INTO " + Identifiers.quoteText(target.toString()));
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xff) != SQLiteErrorCode.SQLITE_ERROR.code) {
                throw e;
            }
            // VACUUM rebuilds indexes, for which an application's own collations or functions may be missing here.
            Files.deleteIfExists(target);
            int code = ((SQLiteConnection) connection).getDatabase().backup("main", target.toString(), null);
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw new SQLException("the backup failed with code " + code, "", code, e);
            }
        }
    }
}
