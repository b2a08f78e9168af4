package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process dies at each place where something is half done; the next attempt ends as if nothing had happened. */
class FailpointIT {
    private static final int KILLED = 137;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after-claim=kill@2",
                "after-copy-before-commit=kill",
                "after-copy-before-commit=kill@3",
                "after-commit=kill@2",
                "after-commit-before-yaml=kill",
                "after-commit-before-yaml=kill@3",
                "shard-before-rename=kill",
                "shard-before-rename=kill@3",
                "shard-after-rename=kill@2",
                "checkpoint-before-rename=kill",
                "checkpoint-before-rename=kill@4",
                "checkpoint-after-rename=kill@3"
            })
    void a_death_at_a_named_place_loses_and_doubles_nothing(String failpoint) {
        dies(failpoint, "csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after-claim=kill@2",
                "after-copy-before-commit=kill",
                "after-copy-before-commit=kill@3",
                "after-commit=kill@2",
                "after-commit-before-yaml=kill@3",
                "checkpoint-before-rename=kill@4",
                "checkpoint-after-rename=kill@3"
            })
    void nor_does_one_in_the_middle_of_a_stream(String failpoint) {
        dies(failpoint, "stream");
        assertThat(folder.resolve(".dmt/staging")).doesNotExist();
    }

    private void dies(String failpoint, String via) {
        Workbench bench = Workbench.in(folder).events(20_000).config("shard_rows: 4000", "via: " + via);
        DmtProcess.Result broken = bench.dmtFailingAt(failpoint, "run", "--yes");
        assertThat(broken.exitStatus()).as(broken.err()).isEqualTo(KILLED);

        DmtProcess.Result second = bench.dmt("run", "--yes");
        assertThat(second.exitStatus()).as(second.err()).isZero();
        assertThat(bench.targetCount("events")).isEqualTo(20_000);
        DmtProcess.Result checked = bench.dmt("validate", "--checksum");
        assertThat(checked.exitStatus()).as(checked.err()).isZero();
    }

    @Test
    void failpoints_are_inert_without_the_flag() {
        Workbench bench = Workbench.in(folder).events(100).config();
        DmtProcess.Result result =
                bench.dmtWith(java.util.Map.of("DMT_FAILPOINTS", "after-claim=kill"), "run", "--yes");
        assertThat(result.exitStatus()).as(result.err()).isZero();
    }
}
