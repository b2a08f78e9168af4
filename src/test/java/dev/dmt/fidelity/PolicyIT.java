package dev.dmt.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the policies for bad rows, misfits and bad text do, and what the target modes do to what is there. */
class PolicyIT {
    private static final String[] HUNDRED = {
        "CREATE TABLE p(id INTEGER PRIMARY KEY, v INT)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
                + " INSERT INTO p SELECT i, CASE WHEN i % 40 = 0 THEN -i ELSE i END FROM n"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "stream"})
    void rows_that_the_server_refuses_are_set_aside_and_counted(String via) {
        Migration migration = refusing("on_bad_row: quarantine", "via: " + via);

        DmtProcess.Result run = migration.dmt("run", "--yes");

        assertThat(run.exitStatus()).as(run.err()).isZero();
        assertThat(migration.ask("SELECT count(*), min(v) FROM p")).containsExactly("98|1");
        assertThat(rejectLines())
                .hasSize(2)
                .allSatisfy(rejected -> assertThat(rejected).contains("a row violates a check", "p_v_positive"));
        DmtProcess.Result checked = migration.dmt("validate", "--checksum");
        assertThat(checked.exitStatus()).as(checked.err() + checked.out()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "stream"})
    void a_killed_quarantine_lists_each_row_once(String via) {
        Migration migration = refusing("on_bad_row: quarantine", "shard_rows: 10", "via: " + via);

        DmtProcess.Result killed =
                migration.failingAt("after-copy-before-commit=kill@5", "run", "--yes", "--enable-failpoints");
        DmtProcess.Result run = migration.dmt("run", "--yes");

        assertThat(killed.exitStatus()).isNotZero();
        assertThat(run.exitStatus()).as(run.err()).isZero();
        assertThat(migration.ask("SELECT count(*), count(DISTINCT id) FROM p")).containsExactly("98|98");
        assertThat(rejectLines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "stream"})
    void a_refused_row_fails_the_unit_unless_it_may_be_set_aside(String via) {
        Migration migration = refusing("on_bad_row: fail", "via: " + via);

        DmtProcess.Result run = migration.dmt("run", "--yes");

        assertThat(run.exitStatus()).isEqualTo(65);
        assertThat(run.err()).contains("a row violates a check").doesNotContain("-40");
    }

    @Test
    void misfits_are_rejected_where_the_config_says_so_whatever_becomes_of_other_bad_rows() {
        Migration migration = Migration.in(folder, "newest")
                .config("on_misfit: reject")
                .source(
                        "CREATE TABLE p(id INTEGER PRIMARY KEY, v INT)",
                        "INSERT INTO p VALUES (1, 'x'), (2, 2), (3, 1.5)");

        DmtProcess.Result run = migration.dmt("run");

        assertThat(run.exitStatus()).as(run.err()).isZero();
        assertThat(migration.ask("SELECT * FROM p")).containsExactly("2|2");
        assertThat(rejectLines()).hasSize(2);
        assertThat(migration.dmt("validate", "--checksum").exitStatus()).isZero();
    }

    @Test
    void foreign_keys_outside_the_plan_go_only_when_that_is_confirmed_and_are_named() {
        Migration migration = Migration.in(folder, "newest")
                .config("target_mode: drop_recreate")
                .source(HUNDRED);
        migration.target(
                "CREATE TABLE p(id bigint PRIMARY KEY)",
                "CREATE TABLE other(p bigint, CONSTRAINT other_p FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE)");

        DmtProcess.Result refused = migration.dmt("run");
        assertThat(refused.exitStatus()).isEqualTo(78);
        assertThat(refused.err()).contains("other_p");
        assertThat(migration.ask("SELECT count(*) FROM pg_constraint WHERE conname = 'other_p'"))
                .containsExactly("1");

        DmtProcess.Result run = migration.dmt("run", "--yes");
        assertThat(run.exitStatus()).as(run.err()).isZero();
        assertThat(run.out() + run.err())
                .contains("ADD CONSTRAINT \"other_p\" FOREIGN KEY (p) REFERENCES p(id) ON DELETE CASCADE");
    }

    @Test
    void a_view_in_the_way_is_named_before_anything_is_dropped() {
        Migration migration = Migration.in(folder, "newest")
                .config("target_mode: drop_recreate")
                .source(HUNDRED);
        migration.target("CREATE TABLE p(id bigint PRIMARY KEY)", "CREATE VIEW seen AS SELECT id FROM p");

        DmtProcess.Result refused = migration.dmt("run", "--yes");

        assertThat(refused.exitStatus()).isEqualTo(78);
        assertThat(refused.err()).contains("public.seen reads public.p").contains("target_mode: truncate");
    }

    @Test
    void upsert_changes_what_differs_and_keeps_the_rest() {
        Migration migration = Migration.in(folder, "newest")
                .config("target_mode: upsert")
                .source(
                        "CREATE TABLE a(k TEXT, n INT, PRIMARY KEY (k, n))",
                        "CREATE TABLE p(id INTEGER PRIMARY KEY, v TEXT, g TEXT AS (upper(v)) STORED, f INT REFERENCES p)",
                        "INSERT INTO a VALUES ('x', 1), ('y', 2)",
                        "INSERT INTO p(id, v, f) VALUES (1, 'a', NULL), (2, 'b', 1), (3, 'c', 2)");
        assertThat(migration.dmt("run").exitStatus()).isZero();
        migration.target("ALTER TABLE p ADD COLUMN touched xid8", "CREATE TABLE before AS SELECT id, xmin AS x FROM p");
        migration.source(
                "DELETE FROM p WHERE id = 3",
                "UPDATE p SET v = 'B' WHERE id = 2",
                "INSERT INTO p(id, v, f) VALUES (4, 'd', 2)",
                "INSERT INTO a VALUES ('z', 3)");

        DmtProcess.Result again = migration.dmt("run");

        assertThat(again.exitStatus()).as(again.err()).isZero();
        assertThat(migration.ask("SELECT id, v, g, f FROM p ORDER BY id"))
                .containsExactly("1|a|A|∅", "2|B|B|1", "3|c|C|2", "4|d|D|2");
        assertThat(migration.ask("SELECT id FROM p JOIN before USING (id) WHERE p.xmin::text = x::text ORDER BY id"))
                .containsExactly("1", "3");
        assertThat(migration.ask("SELECT * FROM a ORDER BY n")).containsExactly("x|1", "y|2", "z|3");
        assertThat(migration.ask("SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND convalidated"))
                .containsExactly("1");
    }

    @Test
    void truncate_empties_and_fills_tables_that_point_at_each_other() {
        Migration migration = Migration.in(folder, "newest")
                .config("target_mode: truncate")
                .source(
                        "CREATE TABLE p(id INTEGER PRIMARY KEY AUTOINCREMENT, v TEXT, g TEXT AS (upper(v)) STORED)",
                        "CREATE TABLE c(id INTEGER PRIMARY KEY, p INT REFERENCES p)",
                        "INSERT INTO p(id, v) VALUES (1, 'a'), (7, 'b')",
                        "INSERT INTO c VALUES (1, 1), (2, 7)");
        assertThat(migration.dmt("run").exitStatus()).isZero();
        migration.target("ALTER TABLE p ADD COLUMN mine int", "INSERT INTO p(id, v) VALUES (100, 'z')");
        migration.source("DELETE FROM c WHERE id = 1", "DELETE FROM p WHERE id = 1");

        assertThat(migration.dmt("run").exitStatus()).isEqualTo(78);
        DmtProcess.Result again = migration.dmt("run", "--yes");

        assertThat(again.exitStatus()).as(again.err()).isZero();
        assertThat(migration.ask("SELECT id, v, g, mine FROM p")).containsExactly("7|b|B|∅");
        assertThat(migration.ask("SELECT * FROM c")).containsExactly("2|7");
        assertThat(migration.ask("INSERT INTO p(v) VALUES ('n') RETURNING id")).containsExactly("8");
        assertThat(migration.ask("SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND convalidated"))
                .containsExactly("1");
    }

    /** A target table with a check of its own, which two rows of the source violate. */
    private Migration refusing(String... config) {
        String[] lines = Stream.concat(Stream.of("target_mode: truncate"), Stream.of(config))
                .toArray(String[]::new);
        Migration migration = Migration.in(folder, "newest").config(lines).source(HUNDRED);
        migration.target("CREATE TABLE p(id bigint, v bigint CONSTRAINT p_v_positive CHECK (v > 0))");
        return migration;
    }

    /** All rows that were set aside, without the files' headings. */
    private List<String> rejectLines() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().contains("reject")
                            && file.toString().endsWith(".csv"))
                    .flatMap(PolicyIT::rows)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> rows(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
