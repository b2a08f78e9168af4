package dev.dmt.engine.oracle;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.engine.jdbc.JdbcDriver;
import dev.dmt.engine.jdbc.SqlFailures;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import oracle.jdbc.OracleConnection;
import oracle.jdbc.OracleDriver;

/** What every connection to an Oracle has in common. */
final class OracleConnections implements JdbcDriver {
    private static final int OLDEST_MAJOR = 12;
    private static final int OLDEST_MINOR = 2;

    /** What the server, a trigger at logon or the machine may have set otherwise must not change what values look like. */
    static final List<String> SESSION = List.of(
            "ALTER SESSION SET TIME_ZONE = '+00:00'",
            "ALTER SESSION SET NLS_SORT = BINARY NLS_COMP = BINARY NLS_CALENDAR = 'GREGORIAN' NLS_NUMERIC_CHARACTERS = '.,'"
                    + " NLS_DATE_LANGUAGE = 'AMERICAN' NLS_DATE_FORMAT = 'SYYYY-MM-DD HH24:MI:SS'"
                    + " NLS_TIMESTAMP_FORMAT = 'SYYYY-MM-DD HH24:MI:SS.FF9'"
                    + " NLS_TIMESTAMP_TZ_FORMAT = 'SYYYY-MM-DD HH24:MI:SS.FF9 TZR' NLS_NCHAR_CONV_EXCP = TRUE",
            // Otherwise a statement of DDL fails at once where another transaction has the table this moment.
            "ALTER SESSION SET DDL_LOCK_TIMEOUT = 60");

    private final DatabaseConfig config;
    private final DriverProperties properties;

    private OracleConnections(DatabaseConfig config) {
        this.config = config;
        this.properties = DriverProperties.of(config);
    }

    static JdbcConnections open(DatabaseConfig config, int connections) {
        return JdbcConnections.open(config, new OracleConnections(config), connections);
    }

    @Override
    public Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.putAll(properties.settings());
        Connection connection = new OracleDriver().connect(properties.url(), settings);
        if (connection == null) {
            throw new SQLException("the driver does not know the address", "08001");
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : SESSION) {
                statement.execute(sql);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public SqlFailures failures() {
        return new OracleFailures();
    }

    @Override
    public void requireSupported(Connection connection) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        int major = server.getDatabaseMajorVersion();
        if (major < OLDEST_MAJOR || (major == OLDEST_MAJOR && server.getDatabaseMinorVersion() < OLDEST_MINOR)) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    config.describe() + " is "
                            + server.getDatabaseProductVersion().replace('\n', ' ') + ", which is too old",
                    ErrorContext.hint("dmt needs Oracle 12.2 or newer, and is made for 19c and newer"));
        }
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        connection.unwrap(OracleConnection.class).cancel();
    }
}
