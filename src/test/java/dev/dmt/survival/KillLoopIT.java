package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One migration, killed at random moments until it is done in spite of it. */
class KillLoopIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"csv, 1000000, 40", "stream, 400000, 12"})
    void a_run_killed_many_times_has_every_row_once(String via, int rows, int deaths) {
        Workbench bench = Workbench.in(folder)
                .events(rows)
                .config("shard_rows: 5000", "large_table_rows: " + rows * 2 / 5, "via: " + via);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int kills = 0;
        int attempts = 0;
        while (kills < deaths) {
            try (DmtProcess attempt = bench.start(Map.of(), "run", "--yes")) {
                attempts++;
                long chunks = bench.committedChunks() + random.nextInt(5);
                Waiting.until(
                        "progress of attempt " + attempts + " (seed " + seed + "): " + attempt.err(),
                        () -> !attempt.isAlive() || bench.committedChunks() >= chunks);
                spin(random.nextInt(30_000_000));
                if (!attempt.isAlive()) {
                    assertThat(attempt.await().exitStatus()).as(attempt.err()).isZero();
                    break;
                }
                attempt.kill();
                kills++;
            }
        }
        assertThat(kills).as("the run outlived the killer; seed %s", seed).isEqualTo(deaths);
        DmtProcess.Result last = bench.dmt("run", "--yes");
        assertThat(last.exitStatus()).as(last.err()).isZero();
        assertThat(bench.targetCount("events")).isEqualTo(rows);
        DmtProcess.Result checked = bench.dmt("validate", "--checksum");
        assertThat(checked.exitStatus()).as(checked.err()).isZero();
    }

    private static void spin(long nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            Thread.onSpinWait();
        }
    }
}
