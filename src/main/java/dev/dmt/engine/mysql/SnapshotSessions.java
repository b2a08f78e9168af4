package dev.dmt.engine.mysql;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.engine.jdbc.JdbcDriver;
import dev.dmt.engine.jdbc.JdbcErrors;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sessions that began to read at one moment, for as long as the process reads: none can be added later. Thread-safe. */
final class SnapshotSessions implements Sessions, AutoCloseable {
    private static final int FEWEST = 8;
    private static final int MOST = 32;
    private static final long PATIENCE_SECONDS = 600;
    private static final int VALID_SECONDS = 10;

    private final JdbcDriver driver;
    private final JdbcConnections connections;
    private final BlockingQueue<Connection> free = new LinkedBlockingQueue<>();
    private final List<Connection> all;
    private final AtomicInteger living;
    private final String guarantee;
    private final Instant before;

    private SnapshotSessions(
            JdbcDriver driver, JdbcConnections connections, List<Connection> all, String guarantee, Instant before) {
        this.driver = driver;
        this.connections = connections;
        this.all = all;
        this.living = new AtomicInteger(all.size());
        this.guarantee = guarantee;
        this.before = before;
        free.addAll(all);
    }

    static SnapshotSessions open(DatabaseConfig config, String schema) {
        MysqlDriver driver = MysqlDriver.toRead(config);
        int count = Math.max(FEWEST, Math.min(MOST, 2 * Runtime.getRuntime().availableProcessors() + 4));
        JdbcConnections connections = JdbcConnections.open(config, driver, count);
        boolean opened = false;
        try (Connection control = connections.borrow()) {
            List<Connection> sessions = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sessions.add(connections.borrow());
            }
            Instant before = clock(control);
            LockWindow.Opened alike = new LockWindow(control, sessions, schema).open();
            sessions.removeAll(alike.sessions());
            sessions.forEach(connections::discard);
            opened = true;
            return new SnapshotSessions(driver, connections, alike.sessions(), alike.guarantee(), before);
        } catch (SQLException e) {
            throw connections.errors().during(e, "taking a snapshot of the source", ErrorContext.NONE);
        } finally {
            if (!opened) {
                connections.close();
            }
        }
    }

    private static Instant clock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED)")) {
            result.next();
            return Instant.EPOCH.plus(result.getLong(1), ChronoUnit.MICROS);
        }
    }

    /** The server's clock before the sessions began to read. */
    Instant before() {
        return before;
    }

    String guarantee() {
        return guarantee;
    }

    String serverVersion() {
        return connections.serverVersion();
    }

    @Override
    public Connection borrow() {
        try {
            Connection connection = living.get() == 0 ? null : free.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (connection == null) {
                throw gone();
            }
            return connection;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DmtException(ErrorCode.CANCELLED, "interrupted while waiting for a session of the source");
        }
    }

    private static DmtException gone() {
        return new DmtException(
                ErrorCode.TRANSIENT,
                "the sessions that hold the source's snapshot are gone, or all are busy",
                ErrorContext.hint("run the same again: it takes a new snapshot and goes on where it stopped"));
    }

    /** One that is broken has lost its snapshot, and is used no more. */
    @Override
    public void giveBack(Connection connection) {
        if (isGood(connection)) {
            free.add(connection);
        } else {
            living.decrementAndGet();
            connections.discard(connection);
        }
    }

    private static boolean isGood(Connection connection) {
        try {
            return connection.isValid(VALID_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The snapshot outlives the statement that is given up; the driver reads what is still on its way. */
    @Override
    public void stop(Connection connection, Statement statement) {
        try {
            driver.cancel(connection);
            statement.close();
        } catch (SQLException e) {
            // That it was given up is no news; whether the session is good is asked next.
            closeQuietly(statement);
        }
        giveBack(connection);
    }

    private static void closeQuietly(Statement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            return;
        }
    }

    @Override
    public JdbcErrors errors() {
        return connections.errors();
    }

    @Override
    public void close() {
        all.forEach(connections::discard);
        connections.close();
    }
}
