package dev.dmt.engine.sqlite;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteErrorCode;

/**
 * Makes several connections see one state of the database.
 *
 * <p>Without a write-ahead log the first reader's SHARED lock keeps every writer from committing, so one is enough. With
 * one, writers are held back for the moment in which all readers pin themselves; where that is not permitted the data
 * version is asked before and after, and the pinning is done again until no commit fell between.
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

    /**
     * Pinned connections and what may be said about them; the log's state is the one that they see.
     *
     * @param proof tells whether there has been a commit since; empty where none can be
     */
    record Pinned(List<Connection> connections, String logState, Optional<Proof> proof, String guarantee) {}

    /** A keeper with the version that the pinned connections see. */
    record Proof(Keeper keeper, long dataVersion) {
        boolean holds() throws SQLException {
            return keeper.dataVersion() == dataVersion;
        }
    }

    Pinned pin(boolean writeAheadLog) {
        try {
            if (!writeAheadLog) {
                return new Pinned(
                        List.of(opener.pinned()),
                        "",
                        Optional.empty(),
                        "pinned: every reader sees one state; writers wait until the read is over (rollback journal)");
            }
            return pinWithLog();
        } catch (SQLException e) {
            throw opener.failure("cannot take a snapshot of", e);
        }
    }

    private Pinned pinWithLog() throws SQLException {
        // The keeper is opened before and outlives the writable connection, so that the latter is never the last to
        // close: the last writable one to close would checkpoint the log and delete it.
        Keeper keeper = Keeper.open(opener);
        boolean pinned = false;
        try {
            Pinned result = pinWithLog(keeper);
            pinned = true;
            return result;
        } finally {
            if (!pinned) {
                keeper.close();
            }
        }
    }

    private Pinned pinWithLog(Keeper keeper) throws SQLException {
        try (Connection guard = opener.writable();
                Statement statement = guard.createStatement()) {
            holdWritersBack(statement);
            List<Connection> pinned = pinAll();
            String state = opener.logState();
            Proof proof = new Proof(keeper, keeper.dataVersion());
            statement.execute("ROLLBACK");
            return new Pinned(
                    pinned,
                    state,
                    Optional.of(proof),
                    "pinned: every reader sees one state, taken while writers were held back for a moment"
                            + " (write-ahead log); writers go on");
        } catch (SQLException e) {
            if (!readOnlyFile(e)) {
                throw e;
            }
        }
        return pinOptimistically(keeper);
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

    private Pinned pinOptimistically(Keeper keeper) throws SQLException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Proof proof = new Proof(keeper, keeper.dataVersion());
            String before = opener.logState();
            List<Connection> pinned = pinAll();
            if (opener.logState().equals(before) && proof.holds()) {
                return new Pinned(
                        pinned,
                        before,
                        Optional.of(proof),
                        "pinned: every reader sees one state, proved by an unchanged data version (the file is not"
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
