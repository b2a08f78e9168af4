package dev.dmt.engine.sqlite.target;

import dev.dmt.engine.jdbc.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Who writes into the file, one after another. Within this process in the order of asking; among processes whoever finds the
 * file free, for SQLite knows no queue. A transaction takes its turn with its first write, not where it begins: those that
 * only read need none and wait for nobody. Thread-safe.
 */
final class WriteTurns implements Transactions {
    private static final long PAUSE_NANOS = 200_000;

    private final Semaphore turn = new Semaphore(1, true);
    private final Set<SQLiteConnection> writing =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Duration patience;
    private volatile boolean ended;

    WriteTurns(Duration patience) {
        this.patience = patience;
    }

    /** Begins to write, unless the connection does so already. */
    void take(Connection connection) throws SQLException {
        SQLiteConnection own = connection.unwrap(SQLiteConnection.class);
        if (writing.contains(own)) {
            return;
        }
        try {
            turn.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
        boolean begun = false;
        try {
            begin(own);
            writing.add(own);
            begun = true;
        } finally {
            if (!begun) {
                turn.release();
            }
        }
    }

    /**
     * SQLite's own waiting sleeps ever longer between its tries; the gap that a busy writer leaves between two transactions
     * is shorter. Who asks all the time finds it.
     */
    private void begin(SQLiteConnection own) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Statement statement = own.createStatement()) {
            while (true) {
                if (ended || Thread.currentThread().isInterrupted()) {
                    throw stopped();
                }
                try {
                    statement.execute("BEGIN IMMEDIATE");
                    return;
                } catch (SQLException e) {
                    boolean busy = (e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
                    if (!busy || System.nanoTime() > deadline) {
                        throw e;
                    }
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static SQLException stopped() {
        return new SQLiteException("the work is to stop", SQLiteErrorCode.SQLITE_INTERRUPT);
    }

    /** Whoever waits gives up, and nobody begins any more. */
    void end() {
        ended = true;
    }

    @Override
    public void begin(Connection connection) {
        // The first write begins it.
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        SQLiteConnection own = connection.unwrap(SQLiteConnection.class);
        if (writing.contains(own)) {
            execute(own, "COMMIT");
            leave(own);
        }
    }

    @Override
    public void rollBack(Connection connection) throws SQLException {
        SQLiteConnection own = connection.unwrap(SQLiteConnection.class);
        if (writing.contains(own)) {
            try {
                // A full disk, among others, has ended the transaction by itself.
                if (!own.getDatabase().isClosed()) {
                    rollBack(own);
                }
            } finally {
                leave(own);
            }
        }
    }

    private static void rollBack(SQLiteConnection own) throws SQLException {
        try {
            execute(own, "ROLLBACK");
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
    }

    private void leave(SQLiteConnection own) {
        if (writing.remove(own)) {
            turn.release();
        }
    }

    private static void execute(SQLiteConnection own, String sql) throws SQLException {
        try (Statement statement = own.createStatement()) {
            statement.execute(sql);
        }
    }
}
