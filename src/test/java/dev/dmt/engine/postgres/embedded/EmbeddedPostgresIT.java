package dev.dmt.engine.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.error.DmtException;
import dev.dmt.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest", "retired"})
    void keeps_its_data_from_opening_to_opening(String line) throws SQLException {
        EmbeddedSettings settings = settings(line);
        try (EmbeddedPostgres first = EmbeddedPostgres.open(settings)) {
            assertThat(first.startedHere()).isTrue();
            execute(first, "CREATE TABLE t AS SELECT 7 AS n");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.open(settings)) {
            assertThat(ask(second, "SELECT n FROM t")).isEqualTo("7");
        }
    }

    @Test
    void shares_the_server_that_is_already_running() throws SQLException {
        try (EmbeddedPostgres first = EmbeddedPostgres.open(settings("newest"))) {
            try (EmbeddedPostgres second = EmbeddedPostgres.open(settings("newest"))) {
                assertThat(second.startedHere()).isFalse();
                assertThat(second.port()).isEqualTo(first.port());
            }
            assertThat(ask(first, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void stays_up_on_closing_while_somebody_else_is_connected_or_when_kept() throws SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.open(settings("newest"));
        try (Connection guest = connect(server)) {
            server.close();
            assertThat(guest.isValid(5)).isTrue();
            server.keepRunning();
        }
        server.close();
        assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        server.stop();
        assertThatThrownBy(() -> ask(server, "SELECT 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void comes_back_on_the_same_port_after_a_kill_with_what_was_committed() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(settings("newest"))) {
            int port = server.port();
            execute(server, "CREATE TABLE t AS SELECT 8 AS n");
            try (Connection witness = connect(server)) {
                server.kill();
                assertThat(witness.isValid(5)).isFalse();
            }
            server.restart();
            assertThat(server.port()).isEqualTo(port);
            assertThat(ask(server, "SELECT n FROM t")).isEqualTo("8");
        }
    }

    @Test
    void applies_parameters_and_provides_databases_and_users() throws SQLException {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.open(settings("newest").withParameters(Map.of("work_mem", "7MB")))) {
            server.provide("some app", "o\"dd");
            server.provide("some app", "o\"dd");
            assertThat(ask(server, "SHOW work_mem")).isEqualTo("7MB");
            assertThat(ask(server, "SELECT count(*) FROM pg_database WHERE datname = 'some app'"))
                    .isEqualTo("1");
            assertThat(ask(server, "SHOW server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void its_changes_can_be_followed_also_where_the_folder_is_from_before() throws SQLException {
        Map<String, String> before = Map.of("fsync", "off", "wal_level", "replica");
        try (EmbeddedPostgres server = EmbeddedPostgres.open(settings("newest").withParameters(before))) {
            execute(server, "CREATE TABLE t AS SELECT 9 AS n");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.open(settings("newest"))) {
            assertThat(ask(server, "SELECT n FROM t")).isEqualTo("9");
            assertThat(ask(server, "SELECT slot_name FROM pg_create_logical_replication_slot('mine', 'pgoutput')"))
                    .isEqualTo("mine");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.open(settings("newest"))) {
            assertThat(ask(server, "SELECT slot_name FROM pg_replication_slots"))
                    .isEqualTo("mine");
        }
    }

    @Test
    void says_what_the_server_said_when_it_does_not_start() {
        EmbeddedSettings settings = settings("newest").withParameters(Map.of("no_such_parameter", "1"));
        assertThatThrownBy(() -> EmbeddedPostgres.open(settings))
                .isInstanceOf(DmtException.class)
                .hasMessageContaining("no_such_parameter");
    }

    private EmbeddedSettings settings(String line) {
        return new EmbeddedSettings(folder.resolve("pg"), TestPostgres.version(line), Map.of("fsync", "off"));
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("postgres"), EmbeddedPostgres.USER, "");
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
