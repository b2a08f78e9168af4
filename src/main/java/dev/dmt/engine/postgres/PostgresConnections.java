package dev.dmt.engine.postgres;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.engine.jdbc.JdbcDriver;
import dev.dmt.engine.jdbc.SqlFailures;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** What every connection to a PostgreSQL has in common. */
final class PostgresConnections implements JdbcDriver {
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
    private final DataSource driver;
    private final String settings;

    private PostgresConnections(DatabaseConfig config, String path) {
        this.config = config;
        this.driver = DriverProperties.dataSource(config);
        this.settings = sessionSettings(path);
    }

    /** To write to a schema. */
    static JdbcConnections open(DatabaseConfig config, String schema, int connections) {
        return openWith(config, "pg_catalog, " + PostgresIdentifiers.quote(schema), connections);
    }

    /** To read: with no schema on the path, the server writes every name of a user's in full. */
    static JdbcConnections openToRead(DatabaseConfig config, int connections) {
        return openWith(config, "pg_catalog", connections);
    }

    private static JdbcConnections openWith(DatabaseConfig config, String path, int connections) {
        return JdbcConnections.open(config, new PostgresConnections(config, path), connections);
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = driver.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
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

    @Override
    public SqlFailures failures() {
        return new PostgresFailures();
    }

    @Override
    public void requireSupported(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() < TargetChecks.OLDEST_MAJOR) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    config.describe() + " is PostgreSQL "
                            + connection.getMetaData().getDatabaseProductVersion() + ", which is too old",
                    ErrorContext.hint("dmt needs PostgreSQL " + TargetChecks.OLDEST_MAJOR + " or newer"));
        }
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
    }
}
