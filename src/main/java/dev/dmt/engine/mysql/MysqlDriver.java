package dev.dmt.engine.mysql;

import com.mysql.cj.jdbc.JdbcConnection;
import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.engine.jdbc.JdbcDriver;
import dev.dmt.engine.jdbc.SqlFailures;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** What every connection to a MySQL or MariaDB has in common. */
final class MysqlDriver implements JdbcDriver {
    private static final int OLDEST_MYSQL = 8;
    private static final int OLDEST_MARIADB = 10;
    private static final int OLDEST_MARIADB_MINOR = 6;
    private static final Set<String> SSL_MODES =
            Set.of("DISABLED", "PREFERRED", "REQUIRED", "VERIFY_CA", "VERIFY_IDENTITY");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    /** What server, role or database may have set otherwise must not change what values look like. */
    private static final List<String> SETTINGS = List.of(
            "SET time_zone = '+00:00'",
            "SET character_set_results = utf8mb4",
            "SET wait_timeout = 2147483",
            "SET net_write_timeout = 86400, net_read_timeout = 86400",
            "SET lock_wait_timeout = 300",
            "SET group_concat_max_len = 1048576");
    /** Some versions do not know these. */
    private static final List<String> WHERE_KNOWN = List.of(
            "SET idle_transaction_timeout = 0",
            "SET max_statement_time = 0",
            "SET max_execution_time = 0",
            "SET information_schema_stats_expiry = 0",
            "SET sql_generate_invisible_primary_key = OFF",
            "SET innodb_snapshot_isolation = OFF",
            "SET show_gipk_in_create_table_and_information_schema = OFF");

    private final DatabaseConfig config;
    private final boolean writing;
    private final Properties properties = new Properties();

    private MysqlDriver(DatabaseConfig config, boolean writing) {
        this.config = config;
        this.writing = writing;
        properties.put("user", config.user());
        properties.put("password", config.password().reveal());
        properties.put("sslMode", sslMode(config));
        properties.put("allowPublicKeyRetrieval", Boolean.toString(isLocal(config)));
        properties.put("characterEncoding", "UTF-8");
        properties.put("characterSetResults", "UTF-8");
        properties.put("connectTimeout", "10000");
        properties.put("socketTimeout", "0");
        properties.put("tinyInt1isBit", "false");
        properties.put("yearIsDateType", "false");
        properties.put("connectionTimeZone", "UTC");
        properties.put("forceConnectionTimeZoneToSession", "true");
        // A server that is read from must not ask for files of this machine.
        properties.put("allowLoadLocalInfile", Boolean.toString(writing));
        properties.put("connectionAttributes", "program_name:dmt");
        config.properties().forEach((name, value) -> {
            if (!name.equals(JdbcConnections.LEAK_DETECTION)) {
                properties.put(name, value);
            }
        });
    }

    static MysqlDriver toRead(DatabaseConfig config) {
        return new MysqlDriver(config, false);
    }

    static MysqlDriver toWrite(DatabaseConfig config) {
        return new MysqlDriver(config, true);
    }

    /** A server beyond this machine must prove who it is unless the config says otherwise. */
    private static String sslMode(DatabaseConfig config) {
        String mode = config.sslMode()
                .map(text -> text.toUpperCase(Locale.ROOT).replace('-', '_'))
                .orElse(isLocal(config) ? "PREFERRED" : "VERIFY_IDENTITY");
        if (!SSL_MODES.contains(mode)) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "the MySQL driver knows no ssl_mode " + config.sslMode().orElse(""),
                    ErrorContext.at("key", "ssl_mode")
                            .withHint("one of DISABLED, PREFERRED, REQUIRED, VERIFY_CA, VERIFY_IDENTITY"));
        }
        return mode;
    }

    private static boolean isLocal(DatabaseConfig config) {
        return LOOPBACK.contains(config.host().toLowerCase(Locale.ROOT));
    }

    @Override
    public Connection connect() throws SQLException {
        String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        Driver driver = new com.mysql.cj.jdbc.Driver();
        Connection connection = driver.connect("jdbc:mysql://" + host + ":" + config.port() + "/", properties);
        if (connection == null) {
            throw new SQLException("the driver does not take this address", "08001");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET sql_mode = "
                    + (writing ? "'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES'" : "''"));
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            for (String setting : WHERE_KNOWN) {
                tryTo(statement, setting);
            }
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL "
                    + (writing ? "READ COMMITTED" : "REPEATABLE READ, READ ONLY"));
            statement.execute("USE " + MysqlIdentifiers.quote(config.database()));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void tryTo(Statement statement, String setting) throws SQLException {
        try {
            statement.execute(setting);
        } catch (SQLException e) {
            if (e.getErrorCode() != Product.UNKNOWN_VARIABLE
                    && FailureCodes.meaning(e.getErrorCode(), "HY000") != ErrorCode.PERMISSION) {
                throw e;
            }
        }
    }

    @Override
    public SqlFailures failures() {
        return new MysqlFailures();
    }

    @Override
    public void requireSupported(Connection connection) throws SQLException {
        Product product = Product.of(connection);
        boolean old = product.mariaDb()
                ? product.major() < OLDEST_MARIADB
                        || (product.major() == OLDEST_MARIADB && product.minor() < OLDEST_MARIADB_MINOR)
                : product.major() < OLDEST_MYSQL;
        if (old) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    config.describe() + " is " + product.text() + ", which is too old",
                    ErrorContext.hint("dmt needs MySQL 8.0, or MariaDB 10.6, or newer"));
        }
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        long id = connection.unwrap(JdbcConnection.class).getSession().getThreadId();
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            statement.execute("KILL QUERY " + id);
        }
    }
}
