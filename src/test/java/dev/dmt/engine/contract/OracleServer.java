package dev.dmt.engine.contract;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.testing.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.oracle.OracleContainer;

/** The Oracle of DMT_TEST_ORACLE_URL (an administrator's), else one in a container. A user, and so a schema, for each test. */
final class OracleServer implements TestServer {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String PASSWORD = "Dmt_1_test";

    @Override
    public Optional<String> reason() {
        return Holder.PLACE.isPresent()
                ? Optional.empty()
                : Optional.of("DMT_TEST_ORACLE_URL is not set and no container engine was found");
    }

    @Override
    public String remedy() {
        return "DMT_TEST_ORACLE_URL=jdbc:oracle:thin:@//host:1521/service or oracle://host:1521/service,"
                + " DMT_TEST_ORACLE_USER, DMT_TEST_ORACLE_PASSWORD (a user who may create users)";
    }

    @Override
    public TestDatabase fresh() {
        ServerPlace server = Holder.PLACE.orElseThrow();
        String user = ("T" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet()).toUpperCase(Locale.ROOT);
        run(
                server,
                "CREATE USER " + user + " IDENTIFIED BY \"" + PASSWORD + "\"",
                "GRANT CREATE SESSION, CREATE TABLE, CREATE VIEW, CREATE SEQUENCE, CREATE TRIGGER, CREATE PROCEDURE,"
                        + " UNLIMITED TABLESPACE TO " + user);
        DatabaseConfig config = TestPostgres.withUser(server.config(EngineName.ORACLE, user), user, PASSWORD);
        return new TestDatabase(
                config,
                () -> connect(server, user, PASSWORD),
                new TestDatabase.Dialect("\"", "\"", "0", "DMT_LEDGER"),
                () -> run(server, "DROP USER " + user + " CASCADE"));
    }

    private static void run(ServerPlace place, String... statements) {
        try (Connection connection = connect(place, place.user(), place.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(ServerPlace place, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        return DriverManager.getConnection(
                "jdbc:oracle:thin:@//" + place.host() + ":" + place.port() + "/" + place.database(), properties);
    }

    /** Found or started by the first that asks. */
    private static final class Holder {
        private static final Optional<ServerPlace> PLACE =
                ServerPlace.fromEnvironment("DMT_TEST_ORACLE", 1521).or(Holder::container);

        @SuppressWarnings("resource") // Ends with the JVM.
        private static Optional<ServerPlace> container() {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return Optional.empty();
            }
            OracleContainer server = new OracleContainer("gvenzl/oracle-free:23-slim-faststart");
            server.start();
            return Optional.of(new ServerPlace(
                    server.getHost(), server.getOraclePort(), "FREEPDB1", "system", server.getPassword(), Map.of()));
        }
    }
}
