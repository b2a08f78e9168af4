package dev.dmt.engine.postgres;

import static dev.dmt.testing.TestPostgres.execute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.ReplicationServer;
import dev.dmt.engine.postgres.embedded.EmbeddedPostgres;
import dev.dmt.engine.postgres.embedded.EmbeddedSettings;
import dev.dmt.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On servers of their own: slots and roles belong to all databases of a server. */
class ReplicationServerIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void the_server_says_what_it_is_and_what_the_user_may(String line) {
        Map<String, String> parameters =
                Map.of("fsync", "off", "wal_level", "logical", "max_replication_slots", "4", "max_wal_senders", "3");
        EmbeddedPostgres server =
                EmbeddedPostgres.open(new EmbeddedSettings(folder, TestPostgres.version(line), parameters));
        try {
            DatabaseConfig root = TestPostgres.at(server.port());
            execute(
                    root,
                    "CREATE SCHEMA b",
                    "CREATE SCHEMA \"A\"",
                    "CREATE TABLE t (a integer PRIMARY KEY)",
                    "CREATE PUBLICATION z FOR TABLE t",
                    "CREATE PUBLICATION y",
                    "SELECT pg_create_logical_replication_slot('taken', 'pgoutput')",
                    "CREATE ROLE nobody LOGIN",
                    "CREATE ROLE follower LOGIN REPLICATION",
                    "GRANT CREATE ON DATABASE postgres TO follower",
                    "CREATE ROLE rds_replication",
                    "CREATE ROLE rds_superuser IN ROLE rds_replication",
                    "CREATE ROLE customer LOGIN IN ROLE rds_superuser",
                    "CREATE ROLE granted LOGIN IN ROLE rds_replication");
            ReplicationServer said = asked(root);
            String[] version = TestPostgres.version(line).split("\\.", -1);
            assertThat(said.version()).isEqualTo(Integer.parseInt(version[0]) * 10_000 + Integer.parseInt(version[1]));
            assertThat(said.major()).isEqualTo(Integer.parseInt(version[0]));
            assertThat(said)
                    .isEqualTo(new ReplicationServer(
                            said.version(),
                            version[0] + "." + version[1],
                            "logical",
                            "postgres",
                            "postgres",
                            true,
                            true,
                            true,
                            4,
                            3,
                            3,
                            List.of("A", "b", "public"),
                            List.of("y", "z")));
            assertThat(rights(root, "nobody")).isEqualTo("replicate false, create false, superuser false");
            assertThat(rights(root, "follower")).isEqualTo("replicate true, create true, superuser false");
            assertThat(rights(root, "customer")).isEqualTo("replicate true, create false, superuser true");
            assertThat(rights(root, "granted")).isEqualTo("replicate true, create false, superuser false");
        } finally {
            server.stop();
        }
    }

    private static String rights(DatabaseConfig root, String user) {
        ReplicationServer server = asked(TestPostgres.withUser(root, user, ""));
        assertThat(server.user()).isEqualTo(user);
        return "replicate " + server.mayReplicate() + ", create " + server.mayCreate() + ", superuser "
                + server.superuser();
    }

    private static ReplicationServer asked(DatabaseConfig config) {
        try (PostgresTarget target = PostgresTarget.open(config, 1)) {
            return target.replication().orElseThrow().server();
        }
    }
}
