package dev.dmt.testing;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.config.Secret;
import dev.dmt.config.SnapshotMode;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A MariaDB for tests: started when first asked for, one a JVM, gone with the JVM. With DMT_TEST_MYSQL_URL
 * (mysql://host:port or a JDBC URL; DMT_TEST_MYSQL_USER and DMT_TEST_MYSQL_PASSWORD beside it, an administrator's) that
 * server serves instead, a MySQL 8 for instance.
 */
public final class TestMariaDb {
    private static final String URL = "DMT_TEST_MYSQL_URL";
    private static final String NULL = "∅";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final DatabaseConfig administrator;

    private TestMariaDb(DatabaseConfig administrator) {
        this.administrator = administrator;
    }

    public static TestMariaDb server() {
        return Holder.SERVER;
    }

    /** True where the server is a MySQL, given by its URL, rather than our own MariaDB. */
    public static boolean isMysql() {
        return !query(server().administrator, "SELECT version()").get(0).contains("MariaDB");
    }

    /** A server of a test's own. */
    public static DatabaseConfig at(int port) {
        return config("127.0.0.1", port, "root", "");
    }

    /** As an administrator, in no database. */
    public DatabaseConfig administrator() {
        return administrator;
    }

    /** A new and empty database, and the way to it. */
    public DatabaseConfig freshDatabase() {
        return freshDatabase(administrator);
    }

    public static DatabaseConfig freshDatabase(DatabaseConfig administrator) {
        String name = "t" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        execute(administrator, "DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name + " CHARSET utf8mb4");
        return TestPostgres.withDatabase(administrator, name);
    }

    /** A connection that has nothing to do with dmt's own. */
    public static Connection connect(DatabaseConfig config) {
        Properties properties = new Properties();
        properties.put("user", config.user());
        properties.put("password", config.password().reveal());
        properties.put("allowPublicKeyRetrieval", "true");
        properties.put("sslMode", config.sslMode().orElse("PREFERRED"));
        properties.put("connectionTimeZone", "UTC");
        properties.put("tinyInt1isBit", "false");
        properties.put("yearIsDateType", "false");
        try {
            return DriverManager.getConnection(
                    "jdbc:mysql://" + config.host() + ":" + config.port() + "/" + config.database(), properties);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void execute(DatabaseConfig config, String... statements) {
        try (Connection connection = connect(config);
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows as text, columns joined by a bar, NULL as ∅. */
    public static List<String> query(DatabaseConfig config, String sql) {
        try (Connection connection = connect(config);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            Stream.Builder<String> rows = Stream.builder();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String value = result.getString(i);
                    row.append(i == 1 ? "" : "|").append(value == null ? NULL : value);
                }
                rows.add(row.toString());
            }
            return rows.build().toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestMariaDb start() {
        String url = System.getenv(URL);
        if (url == null || url.isEmpty()) {
            return new TestMariaDb(at(MariaDbServer.start().port()));
        }
        URI place = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        return new TestMariaDb(config(
                place.getHost(),
                place.getPort() < 0 ? 3306 : place.getPort(),
                Optional.ofNullable(System.getenv("DMT_TEST_MYSQL_USER")).orElse("root"),
                Optional.ofNullable(System.getenv("DMT_TEST_MYSQL_PASSWORD")).orElse("")));
    }

    private static DatabaseConfig config(String host, int port, String user, String password) {
        return new DatabaseConfig(
                EngineName.MYSQL,
                Optional.empty(),
                host,
                port,
                "",
                user,
                Secret.of(password),
                "",
                Optional.of("PREFERRED"),
                SnapshotMode.AUTO,
                Map.of());
    }

    /** Started by the first that asks. */
    private static final class Holder {
        private static final TestMariaDb SERVER = start();
    }
}
