package dev.dmt.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repeated load reads what has changed, and never loses a change, whatever breaks in between. */
class IncrementalIT {
    private static final String UPSERT = "target_mode: upsert";
    private static final String READ = "SELECT unit, sum(rows_read) FROM dmt_ledger WHERE run_id = '%s'"
            + " AND unit IN ('t', 'u', 'c', 'big.p01', 'big.p02', 'big.p03') GROUP BY unit ORDER BY unit";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "stream"})
    void from_a_file_only_what_has_changed_is_read_again(String via) {
        Migration migration = Migration.in(folder, "newest")
                .config(UPSERT, "via: " + via, "incremental_columns: [updated_at]", "incremental_overlap: 1s")
                .source(
                        "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT, updated_at TIMESTAMP)",
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
                                + " INSERT INTO t SELECT i, 'v' || i, '2020-01-01 00:00:00' FROM n",
                        "INSERT INTO t VALUES (1000, 'never dated', NULL)");
        done(migration.dmt("run", "--run-id", "one"));
        assertThat(migration.ask(READ.formatted("one"))).containsExactly("t|501");

        done(migration.dmt("run", "--run-id", "two"));
        assertThat(migration.ask(READ.formatted("two"))).containsExactly("t|1");

        migration.source(
                "UPDATE t SET v = 'new', updated_at = datetime('now') WHERE id = 77",
                "UPDATE t SET v = 'still never dated' WHERE id = 1000",
                "INSERT INTO t VALUES (1001, 'added', datetime('now'))",
                "DELETE FROM t WHERE id = 3");
        done(migration.dmt("run", "--run-id", "three"));
        assertThat(migration.ask(READ.formatted("three"))).containsExactly("t|3");
        assertThat(migration.ask("SELECT id, v FROM t WHERE v NOT LIKE 'v%' ORDER BY id"))
                .containsExactly("77|new", "1000|still never dated", "1001|added");
        assertThat(migration.ask("SELECT count(*) FROM t WHERE id = 3"))
                .as("deleted rows are not seen")
                .containsExactly("1");
    }

    @Test
    void a_target_that_was_emptied_and_a_source_that_was_exchanged_are_loaded_in_full() {
        Migration migration = Migration.in(folder, "newest")
                .config(UPSERT, "incremental_columns: [t.version]", "incremental_number_overlap: 0")
                .source(
                        "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT, version INTEGER)",
                        "INSERT INTO t VALUES (1, 'a', 10), (2, 'b', 20), (3, 'c', 30)");
        done(migration.dmt("run", "--run-id", "one"));
        done(migration.dmt("run", "--run-id", "two"));
        assertThat(migration.ask(READ.formatted("two"))).containsExactly("t|1");
        migration.target("TRUNCATE t");
        done(migration.dmt("run", "--run-id", "three"));
        assertThat(migration.ask("SELECT count(*) FROM t")).containsExactly("3");
        migration.source("UPDATE t SET v = 'B', version = 31 WHERE id = 2");
        done(migration.dmt("run", "--run-id", "four"));
        assertThat(migration.ask("SELECT id, v FROM t ORDER BY id")).containsExactly("1|a", "2|B", "3|c");
        done(migration.dmt("step", "report", "--cleanup", "--run-id", "four"));
        assertThat(migration.ask("SELECT run_id, unit FROM dmt_ledger WHERE run_id IN ('four', '~notes')"))
                .containsExactly("~notes|incremental/public.t");
        done(migration.dmt("run", "--run-id", "five"));
        assertThat(migration.ask(READ.formatted("five"))).containsExactly("t|1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after-copy-before-commit=kill@2",
                "after-commit=kill@1",
                "after-commit=kill@2",
                "after-commit-before-yaml=kill@3",
                "checkpoint-before-rename=kill@4"
            })
    void a_death_loses_no_change_in_the_resumed_run_nor_in_a_new_one(String failpoint) {
        PostgresMigration migration = twoTables("incremental_overlap: 0s", "shard_rows: 40");
        done(migration.dmt("run", "--run-id", "one"));
        migration.source(
                "UPDATE t SET v = 'first', updated_at = clock_timestamp() WHERE id % 2 = 0",
                "UPDATE u SET v = 'first', updated_at = clock_timestamp() WHERE id % 3 = 0");
        assertThat(migration.failingAt(failpoint, "run", "--run-id", "two").exitStatus())
                .isEqualTo(137);
        migration.source(
                "UPDATE t SET v = 'second', updated_at = clock_timestamp() WHERE id IN (4, 90)",
                "UPDATE u SET v = 'second', updated_at = clock_timestamp() WHERE id IN (5, 6)");
        if (failpoint.startsWith("after-commit")) {
            done(migration.dmt("step", "create-tables", "--run-id", "two"));
            done(migration.dmt("step", "transfer", "--run-id", "two"));
        }
        done(migration.dmt("run", "--run-id", "three"));
        for (String table : List.of("t", "u")) {
            assertThat(migration.ask(PostgresMigration.rows(table)))
                    .isEqualTo(migration.askSource(PostgresMigration.rows(table)));
        }
        done(migration.dmt("run", "--run-id", "four"));
        assertThat(migration.ask(READ.formatted("four"))).containsExactly("t|0", "u|0");
    }

    @Test
    void what_a_transaction_under_way_has_stamped_is_read_by_the_next_load() throws SQLException {
        PostgresMigration migration = twoTables("incremental_overlap: 0s");
        done(migration.dmt("run", "--run-id", "one"));
        try (Connection slow = TestPostgres.connect(migration.source());
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("UPDATE t SET v = 'slow', updated_at = now() WHERE id = 7");
            migration.source("UPDATE t SET v = 'quick', updated_at = clock_timestamp() WHERE id = 8");
            done(migration.dmt("run", "--run-id", "two"));
            slow.commit();
        }
        done(migration.dmt("run", "--run-id", "three"));
        assertThat(migration.ask("SELECT v FROM t WHERE id IN (7, 8) ORDER BY id"))
                .containsExactly("slow", "quick");
    }

    @Test
    void a_table_of_several_units_has_come_so_far_as_all_of_them_have() {
        PostgresMigration migration = PostgresMigration.between(folder, "newest", "newest")
                .schemas("public", "public")
                .source(
                        "CREATE TABLE big (id bigint PRIMARY KEY, v text, changed date)",
                        "INSERT INTO big SELECT i, 'v' || i, '2020-01-01' FROM generate_series(1, 300) AS i")
                .config(UPSERT, "incremental_columns: [big.changed]", "large_table_rows: 100");
        for (String step : List.of("extract-schema", "plan", "create-tables")) {
            done(migration.dmt("step", step, "--run-id", "one"));
        }
        done(migration.dmt("step", "transfer", "--unit", "big.p02", "--run-id", "one"));
        assertThat(migration.ask("SELECT count(*) FROM dmt_ledger WHERE run_id = '~notes'"))
                .containsExactly("0");
        done(migration.dmt("run", "--run-id", "one"));
        assertThat(migration.ask("SELECT count(*) FROM dmt_ledger WHERE run_id = '~notes'"))
                .containsExactly("1");
        migration.source("UPDATE big SET v = 'new', changed = current_date WHERE id IN (1, 299)");
        done(migration.dmt("run", "--run-id", "two"));
        assertThat(migration.ask(READ.formatted("two"))).containsExactly("big.p01|1", "big.p02|0", "big.p03|1");
        assertThat(migration.ask("SELECT id FROM big WHERE v = 'new' ORDER BY id"))
                .containsExactly("1", "299");
    }

    @Test
    void a_column_that_tells_no_change_and_another_mode_are_refused() {
        PostgresMigration migration = twoTables();
        migration.config(UPSERT, "incremental_columns: [t.v]");
        assertThat(migration.dmt("run").err()).contains("t.v is no column that is moved as a date");
        migration.config("incremental_columns: [updated_at]");
        DmtProcess.Result refused = migration.dmt("run");
        assertThat(refused.exitStatus()).isEqualTo(78);
        assertThat(refused.err()).contains("migration.incremental_columns", "upsert");
    }

    private PostgresMigration twoTables(String... more) {
        List<String> lines = new ArrayList<>(List.of(UPSERT, "incremental_columns: [changed_at, updated_at]"));
        lines.addAll(List.of(more));
        return PostgresMigration.between(folder, "newest", "newest")
                .schemas("public", "public")
                .source(
                        "CREATE TABLE t (id bigint PRIMARY KEY, v text, updated_at timestamptz)",
                        "CREATE TABLE u (id bigint PRIMARY KEY, v text, updated_at timestamptz)",
                        "INSERT INTO t SELECT i, 'v' || i, '2020-01-01' FROM generate_series(1, 200) AS i",
                        "INSERT INTO u SELECT i, 'v' || i, '2020-01-01' FROM generate_series(1, 200) AS i")
                .config(lines.toArray(String[]::new));
    }

    private static void done(DmtProcess.Result result) {
        assertThat(result.exitStatus()).as(result.err()).isZero();
    }
}
