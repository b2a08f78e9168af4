package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which run is meant, whether it may go on, and one state of the source from its beginning to its end. */
class RunIdentityIT {
    private static final int DATA = 65;
    private static final int CONFIG = 78;

    @TempDir
    Path folder;

    @Test
    void a_run_is_continued_left_alone_or_put_away_by_its_id() {
        Workbench bench = Workbench.in(folder).events(2000).config();
        ok(bench.dmt("step", "extract-schema", "--run-id", "monday"));
        ok(bench.dmt("run", "--run-id", "monday"));
        assertThat(ok(bench.dmt("run", "--run-id", "monday", "--output", "json"))
                        .out())
                .contains("\"noop\":true");
        ok(bench.dmt("run", "--run-id", "tuesday", "--yes"));
        DmtProcess.Result archived = bench.dmt("run", "--run-id", "monday", "--yes");
        assertThat(archived.exitStatus()).as(archived.err()).isEqualTo(CONFIG);
        assertThat(archived.err()).contains("monday").contains("new --run-id");
        assertThat(ok(bench.dmt("history")).out()).contains("monday", "tuesday");
    }

    @Test
    void a_daily_reload_without_an_id_takes_what_is_new_once_it_may_replace_the_old() {
        Workbench bench = Workbench.in(folder).events(2000).config();
        ok(bench.dmt("run"));
        bench.source("INSERT INTO events(id, kind) VALUES (900000, 'late')");
        DmtProcess.Result unasked = bench.dmt("run");
        assertThat(unasked.exitStatus()).as(unasked.err()).isEqualTo(CONFIG);
        assertThat(unasked.err()).contains("--yes");
        assertThat(bench.targetCount("events")).isEqualTo(2000);
        ok(bench.dmt("run", "--yes"));
        assertThat(bench.targetCount("events")).isEqualTo(2001);
    }

    @Test
    void a_run_that_waits_for_a_yes_is_shown_as_such_until_it_is_given() {
        Workbench bench = Workbench.in(folder).events(2000).config();
        ok(bench.dmt("run"));
        assertThat(bench.dmt("run").exitStatus()).isEqualTo(CONFIG);
        assertThat(ok(bench.dmt("status")).out())
                .contains(": refused, ", "create-tables was refused: the target already holds rows", "dmt run --yes")
                .doesNotContain("failed");
        DmtProcess.Result validate = bench.dmt("validate");
        assertThat(validate.exitStatus()).as(validate.err()).isEqualTo(CONFIG);
        assertThat(validate.err()).contains("not all loaded yet", "create-tables was refused", "dmt run --yes");
        assertThat(ok(bench.dmt("history")).out()).contains("done", "refused");
        bench.source("INSERT INTO events(id, kind) VALUES (900000, 'late')");
        ok(bench.dmt("run", "--yes"));
        assertThat(bench.targetCount("events")).isEqualTo(2001);
        assertThat(ok(bench.dmt("status")).out()).contains(": done, ").doesNotContain("refused");
    }

    @Test
    void a_changed_config_is_shown_and_refused_unless_accepted() {
        Workbench bench = Workbench.in(folder).events(2000).config();
        bench.steps("extract-schema", "plan");
        bench.config("create_indexes: false");
        DmtProcess.Result refused = bench.dmt("run");
        assertThat(refused.exitStatus()).as(refused.err()).isEqualTo(CONFIG);
        assertThat(refused.err()).contains("migration.create_indexes").contains("--accept-config-change");
        ok(bench.dmt("run", "--accept-config-change"));
    }

    @Test
    void a_source_that_changes_between_steps_is_refused_and_a_copy_of_it_is_not() throws IOException {
        Workbench bench = Workbench.in(folder).events(2000).config();
        bench.steps("extract-schema", "plan", "create-tables");
        bench.source("INSERT INTO events(id, kind) VALUES (900000, 'late')");
        DmtProcess.Result refused = bench.dmt("step", "transfer");
        assertThat(refused.exitStatus()).as(refused.err()).isEqualTo(DATA);
        assertThat(refused.err()).contains("source.snapshot: copy");

        Path config = folder.resolve("dmt.yaml");
        Files.writeString(
                config, Files.readString(config).replace("path: source.db }", "path: source.db, snapshot: copy }"));
        ok(bench.dmt("step", "extract-schema", "--run-id", "copied"));
        bench.source("INSERT INTO events(id, kind) VALUES (900001, 'later')");
        ok(bench.dmt("run", "--run-id", "copied"));
        assertThat(bench.targetCount("events")).isEqualTo(2001);
        ok(bench.dmt("validate", "--checksum"));
    }

    @Test
    void a_writer_beside_a_run_does_not_mix_two_states_of_the_source() throws SQLException {
        Workbench bench = Workbench.in(folder)
                .source(
                        "CREATE TABLE a(id INTEGER PRIMARY KEY, n INT)",
                        "CREATE TABLE b(id INTEGER PRIMARY KEY, n INT)",
                        "WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 20000)"
                                + " INSERT INTO a SELECT n, 0 FROM i",
                        "INSERT INTO b SELECT * FROM a")
                .config("shard_rows: 1000", "workers: 1");
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + bench.source());
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("UPDATE a SET n = 0 WHERE id = 1");
            try (DmtProcess run = bench.start(Map.of(), "run")) {
                // Both tables always change together: a mixture of states would show.
                for (int n = 1; run.isAlive(); n++) {
                    statement.execute("BEGIN");
                    statement.execute("UPDATE a SET n = " + n + " WHERE id % 100 = 0");
                    statement.execute("UPDATE b SET n = " + n + " WHERE id % 100 = 0");
                    statement.execute("COMMIT");
                }
                DmtProcess.Result result = run.await();
                assertThat(result.exitStatus()).as(result.err()).isIn(0, DATA);
                if (result.exitStatus() == DATA) {
                    assertThat(result.err()).contains("source.snapshot: copy");
                    return;
                }
            }
        }
        assertThat(TestPostgres.query(
                        bench.target(),
                        "SELECT count(DISTINCT n) FROM (SELECT n FROM a WHERE id % 100 = 0"
                                + " UNION ALL SELECT n FROM b WHERE id % 100 = 0) AS both_tables"))
                .containsExactly("1");
    }

    private static DmtProcess.Result ok(DmtProcess.Result result) {
        assertThat(result.exitStatus()).as(result.err()).isZero();
        return result;
    }
}
