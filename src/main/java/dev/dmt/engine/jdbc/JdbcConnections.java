package dev.dmt.engine.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.dmt.config.DatabaseConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The pool of one database. Thread-safe. */
public final class JdbcConnections implements AutoCloseable {
    /** A property of a database in the config that is the pool's, not the driver's: after how long to warn of a connection kept. */
    public static final String LEAK_DETECTION = "leak_detection_ms";

    /** Beside the caller's own: one that renews leases, one for questions asked while all others load. */
    private static final int SPARE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long GRACE_MILLIS = 900;

    private final DatabaseConfig config;
    private final JdbcErrors errors;
    private final HikariDataSource pool;
    private final OpenConnections open;
    private final String serverVersion;
    private final Entry entry;

    private JdbcConnections(
            DatabaseConfig config, JdbcErrors errors, HikariDataSource pool, OpenConnections open, String version) {
        this.config = config;
        this.errors = errors;
        this.pool = pool;
        this.open = open;
        this.serverVersion = version;
        this.entry = fresh -> {};
    }

    private JdbcConnections(JdbcConnections same, Entry entry) {
        this.config = same.config;
        this.errors = same.errors;
        this.pool = same.pool;
        this.open = same.open;
        this.serverVersion = same.serverVersion;
        this.entry = entry;
    }

    /**
     * Connects at once, so that a wrong address or password shows here; three tries where it may help.
     *
     * @param connections how many the caller needs at a time; a few more are at hand
     */
    public static JdbcConnections open(DatabaseConfig config, JdbcDriver driver, int connections) {
        OpenConnections open = new OpenConnections(driver);
        JdbcErrors errors = new JdbcErrors(driver.failures());
        HikariDataSource pool =
                new ConnectAttempts(config, errors).run(() -> connect(poolConfig(config, open, connections)));
        try (Connection connection = pool.getConnection()) {
            driver.requireSupported(connection);
            String version = connection.getMetaData().getDatabaseProductVersion();
            return new JdbcConnections(config, errors, pool, open, version);
        } catch (SQLException e) {
            pool.close();
            throw errors.connecting(e, config);
        } catch (DmtException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource connect(HikariConfig config) throws SQLException {
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static HikariConfig poolConfig(DatabaseConfig config, OpenConnections open, int connections) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("dmt-" + config.type().text());
        hikari.setMaximumPoolSize(connections + SPARE);
        hikari.setMinimumIdle(1);
        hikari.setInitializationFailTimeout(1);
        hikari.setConnectionTimeout(PATIENCE.toMillis());
        hikari.setRegisterMbeans(false);
        hikari.setLeakDetectionThreshold(leakDetectionMillis(config));
        hikari.setDataSource(open);
        return hikari;
    }

    private static long leakDetectionMillis(DatabaseConfig config) {
        String millis = config.properties().getOrDefault(LEAK_DETECTION, "0");
        try {
            return Long.parseLong(millis);
        } catch (NumberFormatException e) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "the property " + LEAK_DETECTION + " of " + config.describe() + " is no number",
                    ErrorContext.at("property", LEAK_DETECTION).withHint("give it milliseconds, such as 60000"),
                    e);
        }
    }

    /** The same connections, each brought into some state whenever it is borrowed. */
    public JdbcConnections entering(Entry newEntry) {
        return new JdbcConnections(this, newEntry);
    }

    public String serverVersion() {
        return serverVersion;
    }

    public JdbcErrors errors() {
        return errors;
    }

    /** Whoever borrows closes. What is not committed is then rolled back, and the connection commits by itself again. */
    public Connection borrow() {
        Connection connection = take();
        boolean entered = false;
        try {
            entry.enter(connection);
            entered = true;
            return connection;
        } catch (SQLException e) {
            throw errors.during(e, "preparing a connection", ErrorContext.NONE);
        } finally {
            if (!entered) {
                discard(connection);
            }
        }
    }

    private Connection take() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw errors.connecting(e, config);
        }
    }

    /** Takes a connection out of the pool's hands for good: one that is broken, or in a state nobody knows. */
    public void discard(Connection connection) {
        pool.evictConnection(connection);
    }

    /** Runs a piece of work on a borrowed connection; its SQL failures become ours. */
    public <T> T with(String doing, SqlWork<T> work) {
        return with(doing, ErrorContext.NONE, work);
    }

    /** As {@link #with(String, SqlWork)}, with the place to name where it fails. */
    public <T> T with(String doing, ErrorContext where, SqlWork<T> work) {
        try (Connection connection = borrow()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw errors.during(e, doing, where);
        }
    }

    /**
     * Ends what this process still asks of the server, in about two seconds, and returns at once. The work may end what it
     * has in hand by itself first, then statements are cancelled, then connections cut: a chunk is not done in vain.
     *
     * @param lastly what is to end after that, such as a server of our own
     */
    public void endSoon(Runnable lastly) {
        OpenConnections.daemon("dmt-end-soon", () -> {
            try {
                Thread.sleep(GRACE_MILLIS);
                open.cancelStatements();
                Thread.sleep(GRACE_MILLIS);
                open.abort();
                lastly.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Work that needs a connection. */
    public interface SqlWork<T> {
        T on(Connection connection) throws SQLException;
    }

    /** What is done with a connection that is borrowed. One for which it fails is not used again. */
    public interface Entry {
        void enter(Connection connection) throws SQLException;
    }
}
