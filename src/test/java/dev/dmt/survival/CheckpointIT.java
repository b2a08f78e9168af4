package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints that were torn, edited, lost, restored or doubled, and ledgers that were dropped: nothing is lost by it. */
class CheckpointIT {
    private static final int DATA = 65;
    private static final int FENCED = 76;
    private static final int CONFIG = 78;
    private static final int ROWS = 6_000;

    @TempDir
    Path folder;

    @TempDir
    Path other;

    @Test
    void each_document_that_was_torn_or_edited_is_named_with_its_line_and_nothing_is_lost() throws IOException {
        Workbench bench = bench().steps("extract-schema", "plan", "create-tables", "transfer");
        for (String name : List.of(
                "checkpoint.yaml",
                "checkpoint.d/schema.yaml",
                "checkpoint.d/plan.yaml",
                "checkpoint.d/steps/create-tables.yaml",
                "checkpoint.d/steps/transfer/events.yaml")) {
            Path file = bench.checkpointFile(name);
            String whole = Files.readString(file);
            for (String spoilt : List.of(whole.substring(0, whole.length() / 2), "this: is: wrong\n" + whole, "")) {
                Files.writeString(file, spoilt);
                String command = name.endsWith("schema.yaml") ? "plan" : "status";
                if (command.equals("status")) {
                    names(bench.dmt("status"), file);
                }
                if (name.startsWith("checkpoint.yaml") || name.endsWith("plan.yaml")) {
                    names(bench.dmt("step", "create-pks"), file);
                    names(bench.dmt("run", "--yes"), file);
                }
                assertThat(file).content().isEqualTo(spoilt);
            }
            Files.writeString(file, whole);
        }
        assertThat(bench.targetCount("events")).isEqualTo(ROWS);
        done(bench, "run");
    }

    @Test
    void a_torn_manifest_of_shards_costs_at_most_their_making() throws IOException {
        Workbench bench = bench().append("staging: { path: staging, keep: true }");
        bench.steps("extract-schema", "plan", "create-tables", "export");
        List<Path> manifests;
        try (Stream<Path> paths = Files.walk(folder.resolve("staging"))) {
            manifests = paths.filter(p -> p.getFileName().toString().contains("manifest"))
                    .toList();
        }
        assertThat(manifests).isNotEmpty();
        String whole = Files.readString(manifests.get(0));
        Files.writeString(manifests.get(0), whole.substring(0, whole.length() / 2));
        DmtProcess.Result load = bench.dmt("step", "load");
        assertThat(load.exitStatus()).as(load.err()).isEqualTo(DATA);
        assertThat(load.err())
                .contains(manifests.get(0).getFileName().toString())
                .doesNotContain("\tat ");
        assertThat(bench.targetCount("events")).isZero();
        Files.writeString(manifests.get(0), whole);
        bench.steps("load");
        assertThat(bench.targetCount("events")).isEqualTo(ROWS);
    }

    @Test
    void bounds_of_units_that_were_edited_after_the_load_began_are_refused() throws IOException {
        Workbench bench = bench("large_table_rows: 2000").steps("extract-schema", "plan", "create-tables");
        Path plan = bench.checkpointFile("checkpoint.d/plan.yaml");
        String whole = Files.readString(plan);
        String edited = whole.replaceFirst("up_to: \"?i:(\\d)(\\d*)\"?", "up_to: \"i:1$2\"");
        assertThat(edited).isNotEqualTo(whole);
        Files.writeString(plan, edited);
        DmtProcess.Result refused = bench.dmt("step", "transfer");
        assertThat(refused.exitStatus()).as(refused.err()).isEqualTo(CONFIG);
        assertThat(refused.err()).contains("events", "plan.yaml");
        Files.writeString(plan, whole);
        done(bench, "run", "--yes");
    }

    @Test
    void with_its_documents_deleted_a_run_takes_nothing_of_the_target_for_granted() throws IOException {
        Workbench bench = bench().steps("extract-schema", "plan", "create-tables", "transfer");
        delete(bench.checkpointFile("checkpoint.d"));
        done(bench, "run");
        assertThat(bench.targetCount("events")).isEqualTo(ROWS);
        delete(bench.checkpointFile("checkpoint.d"));
        delete(bench.checkpointFile("checkpoint.yaml"));
        DmtProcess.Result anew = bench.dmt("run");
        assertThat(anew.exitStatus()).as(anew.err()).isEqualTo(CONFIG);
        assertThat(anew.err()).contains("--yes");
        assertThat(bench.targetCount("events")).isEqualTo(ROWS);
        done(bench, "run", "--yes");
    }

    @Test
    void a_dropped_ledger_is_no_licence_to_load_twice() {
        Workbench bench = bench().steps("extract-schema", "plan", "create-tables", "transfer");
        TestPostgres.execute(bench.target(), "DROP TABLE dmt_ledger");
        DmtProcess.Result transfer = bench.dmt("step", "transfer");
        assertThat(transfer.exitStatus()).as(transfer.err()).isEqualTo(CONFIG);
        DmtProcess.Result run = bench.dmt("run");
        assertThat(run.exitStatus()).as(run.err()).isEqualTo(CONFIG);
        assertThat(run.err()).contains("--yes");
        assertThat(bench.targetCount("events")).isEqualTo(ROWS);
        done(bench, "run", "--yes");
    }

    @Test
    void a_checkpoint_from_an_earlier_backup_catches_up_with_the_ledger() throws IOException {
        Workbench bench = bench().steps("extract-schema", "plan", "create-tables");
        Path backup = other.resolve("backup");
        copy(folder.resolve(".dmt"), backup);
        bench.steps("transfer", "create-pks");
        delete(folder.resolve(".dmt"));
        copy(backup, folder.resolve(".dmt"));
        done(bench, "run");
    }

    @Test
    void of_two_checkpoints_with_one_target_the_one_that_was_overruled_is_fenced_off() throws IOException {
        Workbench first = bench();
        Workbench second = Workbench.in(other, first.target());
        Files.copy(first.source(), second.source());
        second.config("shard_rows: 1000");
        first.steps("extract-schema", "plan", "create-tables");
        try (DmtProcess running = first.startFailingAt("after-copy-before-commit=pause:6000@2", "step", "transfer")) {
            Waiting.until("a chunk", () -> first.committedChunks() >= 1 || !running.isAlive());
            DmtProcess.Result polite = second.dmt("run");
            assertThat(polite.exitStatus()).as(polite.err()).isEqualTo(CONFIG);
            done(second, "run", "--yes");
            assertThat(running.await().exitStatus()).as(running.err()).isEqualTo(FENCED);
        }
        DmtProcess.Result again = first.dmt("step", "transfer");
        assertThat(again.exitStatus()).as(again.err()).isEqualTo(CONFIG);
        assertThat(first.targetCount("events")).isEqualTo(ROWS);
        assertThat(second.dmt("validate", "--checksum").exitStatus()).isZero();
    }

    private Workbench bench(String... more) {
        List<String> lines =
                Stream.concat(Stream.of("shard_rows: 1000"), Stream.of(more)).toList();
        return Workbench.in(folder).events(ROWS).config(lines.toArray(String[]::new));
    }

    private static void names(DmtProcess.Result result, Path file) {
        assertThat(result.exitStatus()).as(result.err()).isEqualTo(DATA);
        assertThat(result.err())
                .contains(file.getFileName().toString())
                .contains("line ")
                .contains("what to do")
                .doesNotContain("\tat ");
    }

    private static void done(Workbench bench, String... command) {
        DmtProcess.Result result = bench.dmt(command);
        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(bench.targetCount("events")).isEqualTo(ROWS);
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
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
