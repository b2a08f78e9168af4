package dev.dmt.engine.sqlite;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteErrorCode;

/**
 * Makes several connections see one state of the database.
 *
 * <p>Without a write-ahead log the first reader's SHARED lock keeps every writer from committing, so one is enough. With
 * one, writers are held back for the moment in which all readers pin themselves; where that is not permitted the log is
 * looked at before and after, and the pinning is done again until no commit fell between.
 */
final class Pinning {
    private static final int ATTEMPTS = 20;
    private static final long BETWEEN_TRIES_NANOS = 20_000;

    private final SqliteOpener opener;
    private final int readers;

    Pinning(SqliteOpener opener, int readers) {
        this.opener = opener;
        this.readers = readers;
    }

    /** Pinned connections and what may be said about them; the log's state is the one that they see. */
    record Pinned(List<Connection> connections, String logState, String guarantee) {}

    Pinned pin(boolean writeAheadLog) {
        try {
            if (!writeAheadLog) {
                return new Pinned(
                        List.of(opener.pinned()),
                        "",
                        "pinned: every reader sees one state; writers wait until the read is over (rollback journal)");
            }
            return pinWithLog();
        } catch (SQLException e) {
            throw opener.failure("cannot take a snapshot of", e);
        }
    }

    private Pinned pinWithLog() throws SQLException {
        // The first reader is opened before and outlives the writable connection, so that the latter is never the last
        // to close: the last writable one to close would checkpoint the log and delete it.
        try (Connection keeper = opener.readOnly();
                Statement touch = keeper.createStatement()) {
            touch.executeQuery("SELECT count(*) FROM sqlite_master").close();
            try (Connection guard = opener.writable();
                    Statement statement = guard.createStatement()) {
                holdWritersBack(statement);
                List<Connection> pinned = pinAll();
                String state = opener.logState();
                statement.execute("ROLLBACK");
                return new Pinned(
                        pinned,
                        state,
                        "pinned: every reader sees one state, taken while writers were held back for a moment"
                                + " (write-ahead log); writers go on");
            } catch (SQLException e) {
                if (!readOnlyFile(e)) {
                    throw e;
                }
            }
        }
        return pinOptimistically();
    }

    /**
     * SQLite's own waiting sleeps ever longer between its tries, up to a tenth of a second, and knows no queue: the gap that
     * a busy writer leaves between two transactions is shorter than that. Who asks all the time finds it.
     */
    private void holdWritersBack(Statement statement) throws SQLException {
        statement.execute("PRAGMA busy_timeout = 0");
        long began = System.nanoTime();
        while (true) {
            try {
                statement.execute("BEGIN IMMEDIATE");
                return;
            } catch (SQLException e) {
                boolean busy = (e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
                if (!busy || System.nanoTime() - began > TimeUnit.MILLISECONDS.toNanos(opener.busyMillis())) {
                    throw e;
                }
            }
            LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
        }
    }

    private Pinned pinOptimistically() throws SQLException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String before = opener.logState();
            List<Connection> pinned = pinAll();
            if (opener.logState().equals(before)) {
                return new Pinned(
                        pinned,
                        before,
                        "pinned: every reader sees one state, proved by an unchanged write-ahead log (the file is not"
                                + " writable); writers go on");
            }
            close(pinned);
        }
        throw new DmtException(
                ErrorCode.TRANSIENT,
                "the database changes too fast for several readers to see one state",
                ErrorContext.at("file", opener.file().path().toString())
                        .withHint("set source.snapshot: copy, or let dmt write to the file's folder"));
    }

    private List<Connection> pinAll() throws SQLException {
        List<Connection> pinned = new ArrayList<>();
        try {
            for (int i = 0; i < readers; i++) {
                pinned.add(opener.pinned());
            }
            return pinned;
        } catch (SQLException e) {
            close(pinned);
            throw e;
        }
    }

    private static void close(List<Connection> connections) throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    private static boolean readOnlyFile(SQLException failure) {
        int code = failure.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code;
    }
}
