package dev.dmt.testing;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.config.Secret;
import dev.dmt.config.SnapshotMode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL in a container, for platforms that the embedded binaries do not know. Gone with the JVM. */
final class ContainerPostgres {
    private ContainerPostgres() {}

    static DatabaseConfig start(String version, Map<String, String> parameters) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new TestAbortedException(
                    "SKIPPED: no PostgreSQL " + version + " for these tests: no embedded binaries"
                            + " for this platform, no container engine, and DMT_TEST_POSTGRES_URL is not set");
        }
        String major = version.substring(0, version.indexOf('.'));
        @SuppressWarnings("resource") // Ends with the JVM.
        PostgreSQLContainer server = new PostgreSQLContainer("postgres:" + major);
        if (!parameters.isEmpty()) {
            server.withCommand(command(parameters));
        }
        server.start();
        return new DatabaseConfig(
                EngineName.POSTGRES,
                Optional.empty(),
                server.getHost(),
                server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                server.getDatabaseName(),
                server.getUsername(),
                Secret.of(server.getPassword()),
                "public",
                Optional.empty(),
                SnapshotMode.AUTO,
                Map.of());
    }

    private static String[] command(Map<String, String> parameters) {
        return Stream.concat(
                        Stream.of("postgres"),
                        parameters.entrySet().stream()
                                .flatMap(parameter -> Stream.of("-c", parameter.getKey() + "=" + parameter.getValue())))
                .toArray(String[]::new);
    }
}
