package dev.dmt.engine.mssql;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
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
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every connection to a SQL Server has in common. */
final class MssqlConnections implements JdbcDriver {
    /** SQL Server 2016. */
    private static final int OLDEST_MAJOR = 13;

    private static final Logger LOG = LoggerFactory.getLogger(MssqlConnections.class);

    /** What server, user or database may have set otherwise must not change what statements mean or values look like. */
    private static final List<String> SETTINGS = List.of(
            "SET LANGUAGE us_english",
            "SET DATEFORMAT ymd",
            "SET TEXTSIZE 2147483647",
            "SET LOCK_TIMEOUT -1",
            "SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON",
            "SET NUMERIC_ROUNDABORT OFF",
            "SET IMPLICIT_TRANSACTIONS OFF",
            "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");

    private final DatabaseConfig config;
    private final Properties properties;

    private MssqlConnections(DatabaseConfig config) {
        this.config = config;
        this.properties = DriverProperties.of(config);
    }

    static JdbcConnections open(DatabaseConfig config, int connections) {
        return JdbcConnections.open(config, new MssqlConnections(config), connections);
    }

    @Override
    public Connection connect() throws SQLException {
        // The address is among the properties, as are user and password: a URL may end up in a log.
        Connection connection = new SQLServerDriver().connect("jdbc:sqlserver://", properties);
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                set(statement, setting);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** A server that does not know a setting has nothing there to be set otherwise. */
    private static void set(Statement statement, String setting) throws SQLException {
        try {
            statement.execute(setting);
        } catch (SQLException e) {
            if (MssqlFailures.isConnectionLost(e)) {
                throw e;
            }
            LOG.debug("the server does not take {}", setting, e);
        }
    }

    @Override
    public SqlFailures failures() {
        return new MssqlFailures();
    }

    @Override
    public void requireSupported(Connection connection) throws SQLException {
        if (!isSupported(connection)) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    config.describe() + " is SQL Server "
                            + connection.getMetaData().getDatabaseProductVersion() + ", which is too old",
                    ErrorContext.hint("dmt needs SQL Server 2016 (13.0) or newer"));
        }
    }

    /** What else speaks TDS may name the version of a SQL Server of old that it is like: Babelfish does. */
    static boolean isSupported(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() >= OLDEST_MAJOR) {
            return true;
        }
        return new Catalog(connection)
                .listIfAny("SELECT CAST(SERVERPROPERTY('Babelfish') AS int)", row -> row.getInt(1))
                .contains(1);
    }
}
