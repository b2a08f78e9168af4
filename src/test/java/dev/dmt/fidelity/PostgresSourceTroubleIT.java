package dev.dmt.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PostgreSQL source under kills, steps in processes of their own, and a server that does not answer. */
class PostgresSourceTroubleIT {
    private static final String ROWS =
            "SELECT count(*), sum(a), count(DISTINCT a), md5(string_agg(b, ',' ORDER BY a)) FROM ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "stream, after-copy-before-commit=kill@3",
        "stream, after-commit=kill@2",
        "csv, after-commit=kill@2",
        "csv, shard-after-rename=kill@2"
    })
    void a_death_in_mid_transfer_loses_and_doubles_nothing(String via, String failpoint) {
        PostgresMigration migration = events("via: " + via);
        assertThat(migration.failingAt(failpoint, "run", "--yes").exitStatus()).isEqualTo(137);
        DmtProcess.Result second = migration.dmt("run", "--yes");
        assertThat(second.exitStatus()).as(second.err()).isZero();
        assertThat(migration.dmt("validate", "--checksum").exitStatus()).isZero();
        assertThat(migration.ask(ROWS + "moved.events")).isEqualTo(migration.askSource(ROWS + "app.events"));
    }

    @Test
    void steps_in_processes_of_their_own_go_on_though_rows_change_and_validation_tells() {
        PostgresMigration migration = events();
        for (String step : List.of("extract-schema", "plan", "create-tables", "transfer")) {
            DmtProcess.Result result = migration.dmt("step", step);
            assertThat(result.exitStatus()).as(step + result.err()).isZero();
            migration.source("UPDATE app.events SET b = b || '!' WHERE a = 7");
        }
        for (String step : List.of("reset-sequences", "create-pks", "create-indexes", "create-fks")) {
            assertThat(migration.dmt("step", step).exitStatus()).isZero();
        }
        DmtProcess.Result compared = migration.dmt("step", "validate", "--checksum");
        assertThat(compared.exitStatus()).isEqualTo(65);
        assertThat(compared.out() + compared.err()).contains("a=7");
    }

    @Test
    void a_source_that_does_not_answer_is_worth_another_try() throws IOException {
        DatabaseConfig target = TestPostgres.newest().freshDatabase();
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        PostgresMigration migration =
                PostgresMigration.between(folder, TestPostgres.at(port), target).config();
        assertThat(migration.dmt("run").exitStatus()).isEqualTo(69);
    }

    @Test
    void a_wrong_password_a_missing_schema_and_a_missing_right_stop() {
        DatabaseConfig source = TestPostgres.newest().freshDatabase();
        String role = "reader_" + source.database();
        TestPostgres.execute(
                source,
                "CREATE ROLE " + role + " LOGIN PASSWORD 'right'",
                "CREATE SCHEMA app",
                "CREATE TABLE app.t (a integer PRIMARY KEY)",
                "GRANT USAGE ON SCHEMA app TO " + role);
        TestPostgres.demandPasswords(source, role);
        DatabaseConfig target = TestPostgres.newest().freshDatabase();
        assertThat(run(TestPostgres.withUser(source, role, "wrong"), target, "app")
                        .exitStatus())
                .isEqualTo(77);
        DmtProcess.Result denied = run(TestPostgres.withUser(source, role, "right"), target, "app");
        assertThat(denied.exitStatus()).as(denied.err()).isEqualTo(77);
        assertThat(run(source, target, "none").exitStatus()).isEqualTo(78);
        TestPostgres.execute(source, "GRANT SELECT ON app.t TO " + role);
        DmtProcess.Result allowed = run(TestPostgres.withUser(source, role, "right"), target, "app");
        assertThat(allowed.exitStatus()).as(allowed.err()).isZero();
        TestPostgres.execute(source, "DROP OWNED BY " + role, "DROP ROLE " + role);
    }

    @Test
    void a_url_names_the_source() {
        DatabaseConfig source = TestPostgres.newest().freshDatabase();
        TestPostgres.execute(source, "CREATE TABLE t (a integer PRIMARY KEY)", "INSERT INTO t VALUES (1)");
        DatabaseConfig target = TestPostgres.newest().freshDatabase();
        DmtProcess.Result result =
                DmtProcess.run(folder, Map.of(), "run", "--source", url(source), "--target", url(target));
        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(TestPostgres.query(target, "SELECT a FROM t")).containsExactly("1");
    }

    private static String url(DatabaseConfig config) {
        String password = Optional.of(config.password().reveal())
                .filter(text -> !text.isEmpty())
                .map(text -> ":" + text)
                .orElse("");
        return "postgres://" + config.user() + password + "@" + config.host() + ":" + config.port() + "/"
                + config.database();
    }

    private DmtProcess.Result run(DatabaseConfig source, DatabaseConfig target, String schema) {
        return PostgresMigration.between(folder, source, target)
                .schemas(schema, "moved")
                .config()
                .dmt("run", "--run-id", "r" + System.nanoTime());
    }

    private PostgresMigration events(String... more) {
        List<String> lines = new ArrayList<>(List.of("target_mode: drop_recreate", "shard_rows: 2000"));
        lines.add("large_table_rows: 5000");
        lines.addAll(List.of(more));
        return PostgresMigration.between(folder, "newest", "newest")
                .source(
                        "CREATE SCHEMA app",
                        "CREATE TABLE app.events (a bigint PRIMARY KEY, b text, c interval)",
                        "INSERT INTO app.events SELECT i, 'row ' || i, i * interval '1 second'"
                                + " FROM generate_series(1, 12000) AS i")
                .config(lines.toArray(String[]::new));
    }
}
