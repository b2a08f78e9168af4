package dev.dmt.engine.postgres;

import static dev.dmt.testing.TestPostgres.execute;
import static dev.dmt.testing.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.config.Secret;
import dev.dmt.config.SnapshotMode;
import dev.dmt.engine.CheckFinding;
import dev.dmt.engine.Engines;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.engine.postgres.embedded.EmbeddedPostgres;
import dev.dmt.engine.postgres.embedded.EmbeddedSettings;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresConnectionIT {
    @Test
    void a_wrong_password_is_an_authentication_failure_and_is_not_shown(@TempDir Path folder) throws IOException {
        EmbeddedSettings settings = new EmbeddedSettings(folder, TestPostgres.version("newest"), Map.of());
        EmbeddedPostgres server = EmbeddedPostgres.open(settings);
        try {
            DatabaseConfig config = embeddedAt(server.port());
            execute(config, "CREATE ROLE guarded LOGIN PASSWORD 'right'");
            Path rules = folder.resolve("data/pg_hba.conf");
            Files.writeString(rules, "host all guarded all scram-sha-256\n" + Files.readString(rules));
            execute(config, "SELECT pg_reload_conf()");
            DatabaseConfig wrong = TestPostgres.withUser(config, "guarded", "not-so-secret");
            assertThatThrownBy(() -> PostgresTarget.open(wrong, 1).close())
                    .hasMessageNotContaining("not-so-secret")
                    .asInstanceOf(type(DmtException.class))
                    .extracting(DmtException::code)
                    .isEqualTo(ErrorCode.AUTHENTICATION);
            TestPostgres.connect(TestPostgres.withUser(config, "guarded", "right"));
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_is_down_is_unreachable_after_three_tries() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> PostgresTarget.open(embeddedAt(port), 1).close())
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("tried 3 times")
                .asInstanceOf(type(DmtException.class))
                .extracting(DmtException::code)
                .isEqualTo(ErrorCode.UNREACHABLE);
    }

    @Test
    void a_database_that_is_not_there_is_a_matter_of_configuration() {
        DatabaseConfig config = TestPostgres.withDatabase(TestPostgres.newest().freshDatabase(), "no_such_database");
        assertThatThrownBy(() -> PostgresTarget.open(config, 1).close())
                .asInstanceOf(type(DmtException.class))
                .extracting(DmtException::code)
                .isEqualTo(ErrorCode.CONFIG);
    }

    @Test
    void a_schema_without_rights_is_a_permission_failure_and_check_says_so_before() {
        DatabaseConfig config = TestPostgres.newest().freshDatabase();
        String user = "u_" + config.database();
        execute(config, "CREATE ROLE " + user + " LOGIN PASSWORD 'p'", "REVOKE ALL ON SCHEMA public FROM PUBLIC");
        try (PostgresTarget target = PostgresTarget.open(TestPostgres.withUser(config, user, "p"), 1)) {
            assertThat(target.catalog().check("public"))
                    .filteredOn(finding -> finding.failure().isPresent())
                    .singleElement()
                    .extracting(CheckFinding::failure)
                    .isEqualTo(Optional.of(ErrorCode.PERMISSION));
            assertThatThrownBy(() -> target.ledger().ensure())
                    .asInstanceOf(type(DmtException.class))
                    .extracting(DmtException::code)
                    .isEqualTo(ErrorCode.PERMISSION);
        }
    }

    @Test
    void check_finds_nothing_wrong_with_a_fresh_database_and_names_tables_with_rows() {
        DatabaseConfig config = TestPostgres.oldest().freshDatabase();
        execute(config, "CREATE TABLE full_one AS SELECT 1 AS n", "CREATE TABLE empty_one (n int)");
        try (PostgresTarget target = PostgresTarget.open(config, 1)) {
            assertThat(target.catalog().check("public"))
                    .allMatch(finding -> finding.failure().isEmpty())
                    .extracting(CheckFinding::finding)
                    .contains("full_one");
            assertThat(target.catalog().check("to_come"))
                    .allMatch(finding -> finding.failure().isEmpty());
        }
    }

    @Test
    void sessions_are_set_up_alike_whatever_role_or_database_say() {
        DatabaseConfig config = TestPostgres.newest().freshDatabase();
        execute(
                config,
                "ALTER DATABASE " + config.database() + " SET DateStyle = 'German'",
                "ALTER DATABASE " + config.database() + " SET statement_timeout = '1s'",
                "ALTER DATABASE " + config.database() + " SET default_transaction_isolation = 'serializable'");
        try (JdbcConnections connections = PostgresConnections.open(config, "public", 1)) {
            String settings = connections.with("asking", connection -> {
                try (var statement = connection.createStatement();
                        var result = statement.executeQuery("SELECT current_setting('DateStyle') || '|'"
                                + " || current_setting('TimeZone') || '|' || current_setting('statement_timeout')"
                                + " || '|' || current_setting('transaction_isolation') || '|'"
                                + " || current_setting('application_name')")) {
                    result.next();
                    return result.getString(1);
                }
            });
            assertThat(settings).isEqualTo("ISO, YMD|UTC|0|read committed|dmt");
        }
    }

    @Test
    void a_folder_opens_an_embedded_server_that_is_gone_after_closing(@TempDir Path folder) {
        DatabaseConfig config = new DatabaseConfig(
                EngineName.POSTGRES,
                Optional.of(folder.resolve("pg").toString()),
                "",
                0,
                "app",
                "someone",
                Secret.none(),
                "",
                Optional.empty(),
                SnapshotMode.AUTO,
                Map.of());
        try (TargetDatabase target = Engines.of(EngineName.POSTGRES).openTarget(config, 2)) {
            target.ledger().ensure();
            assertThat(target.defaultSchema()).isEqualTo("public");
        }
        assertThat(folder.resolve("pg/data/postmaster.pid")).doesNotExist();
        try (TargetDatabase target = Engines.of(EngineName.POSTGRES).openTarget(config, 2)) {
            assertThat(target.ledger().list("run")).isEmpty();
        }
    }

    @Test
    void names_are_kept_to_what_the_server_keeps() {
        assertThat(PostgresIdentifiers.accepted("")).isEmpty();
        assertThat(PostgresIdentifiers.accepted("Order Details")).hasValue("Order Details");
        String shortened = PostgresIdentifiers.accepted("ü".repeat(60)).orElseThrow();
        assertThat(shortened.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
        assertThat(query(TestPostgres.newest().freshDatabase(), "SELECT 1 AS " + PostgresIdentifiers.quote(shortened)))
                .containsExactly("1");
    }

    private static DatabaseConfig embeddedAt(int port) {
        return new DatabaseConfig(
                EngineName.POSTGRES,
                Optional.empty(),
                "127.0.0.1",
                port,
                "postgres",
                EmbeddedPostgres.USER,
                Secret.none(),
                "public",
                Optional.empty(),
                SnapshotMode.AUTO,
                Map.of());
    }
}
