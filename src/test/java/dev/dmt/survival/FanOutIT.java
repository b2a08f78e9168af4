package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An orchestrator's way: every step and every unit a process of its own, some at once, some twice, some too early. */
class FanOutIT {
    private static final int CONFIG = 78;
    private static final int EXCLUDED = 99;
    private static final int ROWS = 40_000;
    private static final Pattern UNIT = Pattern.compile("events\\.p\\d+");

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void the_units_of_a_large_table_and_the_indexes_of_all_in_processes_of_their_own_at_once() {
        Workbench bench = large().steps("extract-schema", "plan", "create-tables");
        DmtProcess.Result listed = bench.dmt("units", "--lane", "large");
        assertThat(listed.exitStatus()).as(listed.err()).isZero();
        List<String> units = UNIT.matcher(listed.out())
                .results()
                .map(r -> r.group())
                .distinct()
                .toList();
        assertThat(units).hasSizeGreaterThan(3);
        allAtOnce(
                bench,
                units.stream()
                        .map(unit -> new String[] {"step", "transfer", "--unit", unit})
                        .toList());
        assertThat(bench.targetCount("events")).isEqualTo(ROWS);
        bench.steps("transfer", "reset-sequences", "create-pks");
        allAtOnce(
                bench,
                Stream.of("events", "parent", "child")
                        .map(table -> new String[] {"step", "create-indexes", "--table", table})
                        .toList());
        bench.steps("create-indexes", "create-fks", "create-checks", "validate", "report");
        assertThat(bench.dmt("status").out()).contains("done");
        assertThat(TestPostgres.query(
                        bench.target(), "SELECT count(*) FROM pg_indexes WHERE indexname = 'child_parent'"))
                .containsExactly("1");
    }

    @Test
    void what_one_machine_exports_another_loads() throws IOException {
        Workbench here = large().append("staging: { path: staging }").steps("extract-schema", "plan", "export");
        Workbench there = Workbench.in(elsewhere, here.target());
        Files.copy(here.source(), there.source());
        for (String part : List.of("dmt.yaml", ".dmt", "staging")) {
            copy(folder.resolve(part), elsewhere.resolve(part));
        }
        // The source has another path there.
        for (String step : List.of("create-tables", "load", "load", "transfer", "create-pks", "validate")) {
            DmtProcess.Result result = there.dmt("step", step, "--accept-config-change");
            assertThat(result.exitStatus()).as(result.err()).isZero();
        }
        assertThat(there.targetCount("events")).isEqualTo(ROWS);
    }

    @Test
    void a_step_too_early_says_what_comes_first_and_harms_nothing() {
        Workbench bench = large();
        early(bench, "extract-schema", "step", "plan");
        early(bench, "extract-schema", "step", "transfer");
        bench.steps("extract-schema");
        early(bench, "dmt step plan", "step", "create-tables");
        bench.steps("plan");
        early(bench, "create-tables", "step", "transfer");
        bench.steps("create-tables");
        for (String step : List.of("reset-sequences", "create-pks", "create-indexes", "create-fks", "create-checks")) {
            early(bench, "transfer", "step", step);
        }
        early(bench, "transfer", "validate");
        bench.steps("transfer");
        early(bench, "create-pks", "step", "create-fks");
        DmtProcess.Result run = bench.dmt("run", "--yes");
        assertThat(run.exitStatus()).as(run.err()).isZero();
        TestPostgres.execute(bench.target(), "INSERT INTO parent(name) VALUES ('new')");
    }

    @Test
    void every_step_twice_is_done_already_the_second_time() {
        Workbench bench = large();
        for (String step : List.of(
                "extract-schema",
                "plan",
                "create-tables",
                "transfer",
                "reset-sequences",
                "create-pks",
                "create-indexes",
                "create-fks",
                "create-checks")) {
            bench.steps(step);
            DmtProcess.Result again = bench.dmt("step", step, "--output", "json");
            assertThat(again.exitStatus()).as(again.err()).isZero();
            assertThat(again.out()).as(step).contains("\"noop\":true");
        }
        DmtProcess.Result excluded = bench.dmt("step", "transfer", "--table", "tmp_notes");
        assertThat(excluded.exitStatus()).as(excluded.err()).isEqualTo(EXCLUDED);
    }

    @Test
    void after_a_cleanup_nothing_is_loaded_again_and_no_ledger_comes_back() {
        Workbench bench = large();
        assertThat(bench.dmt("run", "--yes", "--run-id", "one").exitStatus()).isZero();
        DmtProcess.Result cleaned = bench.dmt("step", "report", "--cleanup");
        assertThat(cleaned.exitStatus()).as(cleaned.err()).isZero();
        String before = ctids(bench);
        for (String step : List.of("create-tables", "transfer", "create-pks", "create-indexes", "create-fks")) {
            bench.steps(step);
        }
        assertThat(bench.dmt("validate", "--checksum").exitStatus()).isZero();
        DmtProcess.Result again = bench.dmt("run", "--run-id", "one", "--output", "json");
        assertThat(again.exitStatus()).as(again.err()).isZero();
        assertThat(again.out()).contains("\"noop\":true");
        DmtProcess.Result reset = bench.dmt("reset", "transfer", "--yes");
        assertThat(reset.exitStatus()).as(reset.err()).isEqualTo(CONFIG);
        assertThat(reset.err()).contains("--run-id");
        assertThat(ctids(bench)).isEqualTo(before);
        assertThat(TestPostgres.query(bench.target(), "SELECT to_regclass('dmt_ledger')"))
                .containsExactly("∅");
    }

    @Test
    void a_step_that_was_reset_is_done_again_with_all_that_stands_on_it() {
        Workbench bench = large();
        assertThat(bench.dmt("run", "--yes").exitStatus()).isZero();
        for (String step : List.of("create-checks", "create-indexes", "create-pks", "transfer", "plan")) {
            DmtProcess.Result reset = bench.dmt("reset", step);
            assertThat(reset.exitStatus()).as(reset.err()).isZero();
            DmtProcess.Result run = bench.dmt("run", "--yes");
            assertThat(run.exitStatus()).as(step + ": " + run.err()).isZero();
            assertThat(bench.targetCount("events")).isEqualTo(ROWS);
        }
        DmtProcess.Result checked = bench.dmt("validate", "--checksum");
        assertThat(checked.exitStatus()).as(checked.err()).isZero();
    }

    private Workbench large() {
        return Workbench.in(folder)
                .events(ROWS)
                .source(
                        "CREATE TABLE parent(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT)",
                        "INSERT INTO parent(name) VALUES ('a'), ('b')",
                        "CREATE TABLE child(id INTEGER PRIMARY KEY, parent INT REFERENCES parent(id))",
                        "INSERT INTO child VALUES (1, 1), (2, 2)",
                        "CREATE INDEX child_parent ON child(parent)",
                        "CREATE INDEX events_kind ON events(kind)",
                        "CREATE TABLE tmp_notes(a INT)")
                .config("exclude_tables: [\"tmp_*\"]", "shard_rows: 2000", "large_table_rows: 10000");
    }

    private static void early(Workbench bench, String firstNeeded, String... command) {
        DmtProcess.Result result = bench.dmt(command);
        assertThat(result.exitStatus())
                .as(String.join(" ", command) + ": " + result.err())
                .isEqualTo(CONFIG);
        assertThat(result.err()).contains(firstNeeded).doesNotContain("\tat ");
    }

    private static void allAtOnce(Workbench bench, List<String[]> commands) {
        List<DmtProcess> running = new ArrayList<>();
        try {
            commands.forEach(command -> running.add(bench.start(Map.of(), command)));
            running.forEach(process -> {
                DmtProcess.Result result = process.await();
                assertThat(result.exitStatus()).as(result.err()).isZero();
            });
        } finally {
            running.forEach(DmtProcess::close);
        }
    }

    /** Changes where any row was written again. */
    private static String ctids(Workbench bench) {
        return TestPostgres.query(bench.target(), "SELECT count(*) || ' ' || max(xmin::text::bigint) FROM events")
                .get(0);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
