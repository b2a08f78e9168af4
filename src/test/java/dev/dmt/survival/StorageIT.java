package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
