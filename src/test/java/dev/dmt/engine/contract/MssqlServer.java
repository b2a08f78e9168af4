package dev.dmt.engine.contract;

import dev.dmt.config.EngineName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mssqlserver.MSSQLServerContainer;

/** Whatever speaks TDS at DMT_TEST_MSSQL_URL, else a SQL Server in a container. A database for each test, or, where none may be made, a schema. */
final class MssqlServer implements TestServer {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Override
    public Optional<String> reason() {
        return Holder.PLACE.isPresent()
                ? Optional.empty()
                : Optional.of("DMT_TEST_MSSQL_URL is not set and no container engine was found");
    }

    @Override
    public String remedy() {
        return "DMT_TEST_MSSQL_URL=jdbc:sqlserver://host:1433;databaseName=db or mssql://host:1433/db,"
                + " DMT_TEST_MSSQL_USER, DMT_TEST_MSSQL_PASSWORD";
    }

    @Override
    public TestDatabase fresh() {
        ServerPlace server = Holder.PLACE.orElseThrow();
        String name = "t" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        if (tried(server, "CREATE DATABASE " + name)) {
            ServerPlace place = server.in(name);
            return database(place, "dbo", () -> {
                tried(server, "ALTER DATABASE " + name + " SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
                tried(server, "DROP DATABASE " + name);
            });
        }
        if (!tried(server, "CREATE SCHEMA " + name)) {
            throw new IllegalStateException("the user may make neither a database nor a schema");
        }
        return database(server, name, () -> new SchemaSweep(server, name).run());
    }

    private static TestDatabase database(ServerPlace place, String schema, Runnable drop) {
        return new TestDatabase(
                place.config(EngineName.MSSQL, schema),
                () -> connect(place),
                new TestDatabase.Dialect("[", "]", "0"),
                drop);
    }

    private static boolean tried(ServerPlace place, String sql) {
        try (Connection connection = connect(place);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    static Connection connect(ServerPlace place) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", place.user());
        properties.put("password", place.password());
        properties.putAll(place.properties());
        return DriverManager.getConnection(
                "jdbc:sqlserver://" + place.host() + ":" + place.port() + ";databaseName=" + place.database(),
                properties);
    }

    /** Found or started by the first that asks. */
    private static final class Holder {
        private static final Optional<ServerPlace> PLACE =
                ServerPlace.fromEnvironment("DMT_TEST_MSSQL", 1433).or(Holder::container);

        @SuppressWarnings("resource") // Ends with the JVM.
        private static Optional<ServerPlace> container() {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return Optional.empty();
            }
            MSSQLServerContainer server =
                    new MSSQLServerContainer("mcr.microsoft.com/mssql/server:2022-latest").acceptLicense();
            server.start();
            return Optional.of(new ServerPlace(
                    server.getHost(),
                    server.getMappedPort(1433),
                    "master",
                    server.getUsername(),
                    server.getPassword(),
                    Map.of("trustServerCertificate", "true")));
        }
    }
}
