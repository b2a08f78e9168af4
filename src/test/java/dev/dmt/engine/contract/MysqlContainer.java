package dev.dmt.engine.contract;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.testing.TestMariaDb;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/** The MySQL of DMT_TEST_MYSQL_URL, else one in a container. */
final class MysqlContainer implements TestServer {
    @Override
    public Optional<String> reason() {
        return Holder.PLACE.isPresent()
                ? Optional.empty()
                : Optional.of("DMT_TEST_MYSQL_URL is not set and no container engine was found");
    }

    @Override
    public String remedy() {
        return "DMT_TEST_MYSQL_URL=jdbc:mysql://host:3306 or mysql://host:3306, DMT_TEST_MYSQL_USER,"
                + " DMT_TEST_MYSQL_PASSWORD (an administrator's)";
    }

    @Override
    public TestDatabase fresh() {
        DatabaseConfig administrator = Holder.PLACE.orElseThrow().config(EngineName.MYSQL, "");
        DatabaseConfig config = TestMariaDb.freshDatabase(administrator);
        return new TestDatabase(
                config,
                () -> TestMariaDb.connect(config),
                new TestDatabase.Dialect("`", "`", "0"),
                () -> TestMariaDb.execute(administrator, "DROP DATABASE IF EXISTS " + config.database()));
    }

    /** Found or started by the first that asks. */
    private static final class Holder {
        private static final Optional<ServerPlace> PLACE =
                ServerPlace.fromEnvironment("DMT_TEST_MYSQL", 3306).or(Holder::container);

        @SuppressWarnings("resource") // Ends with the JVM.
        private static Optional<ServerPlace> container() {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return Optional.empty();
            }
            MySQLContainer server = new MySQLContainer("mysql:8.4").withCommand("--local-infile=1");
            server.start();
            return Optional.of(new ServerPlace(
                    server.getHost(), server.getMappedPort(3306), "", "root", server.getPassword(), Map.of()));
        }
    }
}
