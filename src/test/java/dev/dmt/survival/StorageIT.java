package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.MountedDisk;
import dev.dmt.testing.SmallDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full disks and files that somebody has spoilt. */
class StorageIT {
    private static final int DATA = 65;
    private static final int FULL = 75;

    @TempDir
    Path folder;

    @Test
    void a_full_staging_disk_stops_the_run_which_goes_on_when_there_is_room() throws IOException {
        Workbench bench = Workbench.in(folder).events(200_000);
        Path staging = Files.createDirectories(folder.resolve("small"));
        bench.config("shard_bytes: 4MB", "shard_rows: 1000000");
        Files.writeString(
                folder.resolve("dmt.yaml"),
                Files.readString(folder.resolve("dmt.yaml")) + "staging: { path: small, keep: true }\n");
        assumeTrue(SmallDisk.available(staging), "SKIPPED: this system lets nobody mount a small disk (unshare -rm)");
        DmtProcess.Result full = bench.dmtOn(new SmallDisk(staging, "6m"), "run", "--yes");
        assertThat(full.exitStatus()).as(full.err()).isEqualTo(FULL);
        assertThat(full.err())
                .contains("the staging disk")
                .contains("make room")
                .doesNotContain("\tat ");
        DmtProcess.Result second = bench.dmt("run", "--yes");
        assertThat(second.exitStatus()).as(second.err()).isZero();
        assertThat(bench.targetCount("events")).isEqualTo(200_000);
    }

    @Test
    void a_staging_disk_that_fills_up_in_the_middle_of_a_shard() throws IOException {
        Path staging = folder.resolve("small");
        Optional<MountedDisk> disk = MountedDisk.at(staging, "96m");
        assumeTrue(disk.isPresent(), "SKIPPED: this system lets us mount no small disk; it takes root");
        try (MountedDisk small = disk.orElseThrow()) {
            Workbench bench = Workbench.in(folder)
                    .events(300_000)
                    .config("shard_rows: 150000", "shard_bytes: 20MB")
                    .append("staging: { path: small }")
                    .steps("extract-schema", "plan", "create-tables");
            try (DmtProcess run = bench.start(Map.of(), "step", "transfer")) {
                Waiting.until("a shard that is being written", () -> hasTemporary(staging) || !run.isAlive());
                Path filler = small.fill();
                DmtProcess.Result full = run.await();
                assertThat(full.exitStatus()).as(full.err()).isEqualTo(FULL);
                assertThat(full.err()).contains("make room").doesNotContain("\tat ");
                Files.delete(filler);
            }
            DmtProcess.Result second = bench.dmt("run", "--yes");
            assertThat(second.exitStatus()).as(second.err()).isZero();
            assertThat(bench.targetCount("events")).isEqualTo(300_000);
        }
    }

    @Test
    void a_full_disk_under_the_checkpoint_whichever_document_does_not_fit() throws IOException {
        Optional<MountedDisk> disk = MountedDisk.at(folder.resolve(".dmt"), "8k");
        assumeTrue(disk.isPresent(), "SKIPPED: this system lets us mount no small disk; it takes root");
        try (MountedDisk small = disk.orElseThrow()) {
            Workbench bench = Workbench.in(folder)
                    .events(3000)
                    .config("shard_rows: 1000")
                    .append("staging: { path: staging }", "report: { path: report }");
            int failures = 0;
            DmtProcess.Result run = bench.dmt("run", "--yes");
            while (run.exitStatus() != 0) {
                assertThat(run.exitStatus()).as(run.err()).isEqualTo(FULL);
                assertThat(run.err()).contains("no space is left").doesNotContain("\tat ");
                failures++;
                small.resize((8 + 12 * failures) + "k");
                run = bench.dmt("run", "--yes");
            }
            assertThat(failures).isBetween(2, 20);
            assertThat(bench.targetCount("events")).isEqualTo(3000);
            assertThat(bench.dmt("validate", "--checksum").exitStatus()).isZero();
        }
    }

    private static boolean hasTemporary(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.anyMatch(path -> path.getFileName().toString().endsWith(".tmp"));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    @Test
    void a_torn_plan_is_a_clear_error_and_nothing_is_lost() throws IOException {
        Workbench bench = Workbench.in(folder).events(1000).config();
        for (String step : new String[] {"extract-schema", "plan", "create-tables", "transfer"}) {
            assertThat(bench.dmt("step", step).exitStatus()).isZero();
        }
        Path plan = folder.resolve(".dmt/checkpoint.d/plan.yaml");
        String whole = Files.readString(plan);
        Files.writeString(plan, whole.substring(0, whole.length() / 2));
        DmtProcess.Result torn = bench.dmt("step", "create-pks");
        assertThat(torn.exitStatus()).as(torn.err()).isEqualTo(DATA);
        assertThat(torn.err()).contains("plan.yaml").doesNotContain("\tat ");
        assertThat(bench.targetCount("events")).isEqualTo(1000);
        Files.writeString(plan, whole);
        assertThat(bench.dmt("run", "--yes").exitStatus()).isZero();
        assertThat(bench.targetCount("events")).isEqualTo(1000);
    }

    @Test
    void a_lost_unit_document_is_written_anew_from_the_ledger() throws IOException {
        Workbench bench = Workbench.in(folder).events(1000).config();
        for (String step : new String[] {"extract-schema", "plan", "create-tables", "transfer"}) {
            assertThat(bench.dmt("step", step).exitStatus()).isZero();
        }
        Path unit = folder.resolve(".dmt/checkpoint.d/steps/transfer/events.yaml");
        Files.delete(unit);
        assertThat(bench.dmt("step", "transfer").exitStatus()).isZero();
        assertThat(Files.readString(unit)).contains("1000");
        assertThat(bench.targetCount("events")).isEqualTo(1000);
    }
}
