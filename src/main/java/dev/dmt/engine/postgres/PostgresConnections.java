package dev.dmt.engine.postgres;

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
import java.util.Optional;

/** The pool, and what every connection of it has in common. Thread-safe. */
final class PostgresConnections implements AutoCloseable {
    /** Beside the caller's own: one that renews leases, one for questions asked while all others load. */
    private static final int SPARE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * A server that builds an index for a process that has been killed builds on to its end, and holds the unit as long,
     * unless it looks whether anybody still waits. Not all systems can look.
     */
    private static final String NOTICE_OUR_DEATH = GuardedStatement.block(
            "PERFORM set_config('client_connection_check_interval', '1s', false); EXCEPTION WHEN OTHERS THEN NULL;");

    /** A snapshot is held, and an index built, for as long as it takes. Servers before 17 have no such limit. */
    private static final String NO_LIMIT = GuardedStatement.block(
            "PERFORM set_config('transaction_timeout', '0', false); EXCEPTION WHEN OTHERS THEN NULL;");

    private final DatabaseConfig config;
    private final HikariDataSource pool;
    private final OpenConnections open;
    private final String serverVersion;
    private final Optional<HeldSnapshot> snapshot;

    private PostgresConnections(
            DatabaseConfig config,
            HikariDataSource pool,
            OpenConnections open,
            String serverVersion,
            Optional<HeldSnapshot> snapshot) {
        this.config = config;
        this.pool = pool;
        this.open = open;
        this.serverVersion = serverVersion;
        this.snapshot = snapshot;
    }

    /** To write to a schema. */
    static PostgresConnections open(DatabaseConfig config, String schema, int connections) {
        return openWith(config, "pg_catalog, " + PostgresIdentifiers.quote(schema), connections);
    }

    /** To read: with no schema on the path, the server writes every name of a user's in full. */
    static PostgresConnections openToRead(DatabaseConfig config, int connections) {
        return openWith(config, "pg_catalog", connections);
    }

    /** The same connections, each in a transaction that sees one state of the database. */
    PostgresConnections seeing(HeldSnapshot held) {
        return new PostgresConnections(config, pool, open, serverVersion, Optional.of(held));
    }

    /** Connects at once, so that a wrong address or password shows here; three tries where it may help. */
    private static PostgresConnections openWith(DatabaseConfig config, String path, int connections) {
        OpenConnections open = DriverProperties.dataSource(config);
        HikariDataSource pool = new ConnectAttempts(config).run(() -> connect(config, open, path, connections));
        try (Connection connection = pool.getConnection()) {
            requireSupported(connection, config);
            return new PostgresConnections(
                    config, pool, open, connection.getMetaData().getDatabaseProductVersion(), Optional.empty());
        } catch (SQLException e) {
            pool.close();
            throw PostgresErrors.connecting(e, config);
        } catch (DmtException e) {
            pool.close();
            throw e;
        }
    }

    private static void requireSupported(Connection connection, DatabaseConfig config) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() < TargetChecks.OLDEST_MAJOR) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    config.describe() + " is PostgreSQL "
                            + connection.getMetaData().getDatabaseProductVersion() + ", which is too old",
                    ErrorContext.hint("dmt needs PostgreSQL " + TargetChecks.OLDEST_MAJOR + " or newer"));
        }
    }

    private static HikariDataSource connect(DatabaseConfig config, OpenConnections open, String path, int connections)
            throws SQLException {
        try {
            return new HikariDataSource(poolConfig(config, open, path, connections));
        } catch (PoolInitializationException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static HikariConfig poolConfig(DatabaseConfig config, OpenConnections open, String path, int connections) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("dmt-postgres");
        hikari.setMaximumPoolSize(connections + SPARE);
        hikari.setMinimumIdle(1);
        hikari.setInitializationFailTimeout(1);
        hikari.setConnectionTimeout(PATIENCE.toMillis());
        hikari.setRegisterMbeans(false);
        Optional.ofNullable(config.properties().get(DriverProperties.LEAK_DETECTION))
                .ifPresent(millis -> hikari.setLeakDetectionThreshold(Long.parseLong(millis)));
        hikari.setDataSource(open);
        hikari.setConnectionInitSql(sessionSettings(path));
        return hikari;
    }

    /** What the server, role or database may have set otherwise must not change what values look like. */
    private static String sessionSettings(String path) {
        return NOTICE_OUR_DEATH + "; " + NO_LIMIT + "; SELECT set_config('search_path', "
                + PostgresIdentifiers.literal(path) + ", false),"
                + " set_config('TimeZone', 'UTC', false),"
                + " set_config('DateStyle', 'ISO, YMD', false),"
                + " set_config('IntervalStyle', 'iso_8601', false),"
                + " set_config('bytea_output', 'hex', false),"
                + " set_config('extra_float_digits', '1', false),"
                + " set_config('lc_monetary', 'C', false),"
                + " set_config('xmloption', 'content', false),"
                + " set_config('client_min_messages', 'warning', false),"
                + " set_config('statement_timeout', '0', false),"
                + " set_config('default_transaction_isolation', 'read committed', false),"
                + " set_config('idle_in_transaction_session_timeout', '0', false)";
    }

    /** Where the database is, as a person or psql wants it, without a password. */
    String url() {
        return "postgres://" + config.user() + "@" + config.host() + ":" + config.port() + "/" + config.database();
    }

    String serverVersion() {
        return serverVersion;
    }

    Connection borrow() {
        try {
            Connection connection = pool.getConnection();
            snapshot.ifPresent(held -> held.enter(connection, this));
            return connection;
        } catch (SQLException e) {
            throw PostgresErrors.connecting(e, config);
        }
    }

    /** Takes a connection out of the pool's hands for good: one that is broken, or in a state nobody knows. */
    void discard(Connection connection) {
        pool.evictConnection(connection);
    }

    /** Runs a piece of work on a borrowed connection; its SQL failures become ours. */
    <T> T with(String doing, SqlWork<T> work) {
        try (Connection connection = borrow()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw PostgresErrors.during(e, doing, ErrorContext.NONE);
        }
    }

    /** See {@link OpenConnections#cancelStatements()}. */
    void cancelStatements() {
        open.cancelStatements();
    }

    /** See {@link OpenConnections#abort()}. */
    void abort() {
        open.abort();
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Work that needs a connection. */
    interface SqlWork<T> {
        T on(Connection connection) throws SQLException;
    }
}
