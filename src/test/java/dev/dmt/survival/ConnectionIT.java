package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.postgres.embedded.EmbeddedPostgres;
import dev.dmt.engine.postgres.embedded.EmbeddedSettings;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to the server breaks, or the server itself. */
class ConnectionIT {
    private static final int ROWS = 200_000;

    @TempDir
    Path folder;

    @TempDir
    Path serverFolder;

    @Test
    void a_connection_cut_in_mid_copy_is_made_again_and_nothing_is_lost() {
        DatabaseConfig target = TestPostgres.newest().freshDatabase();
        try (CuttingProxy proxy = new CuttingProxy(target.port(), 2_000_000)) {
            Workbench bench = Workbench.in(folder, target)
                    .through(proxy.port())
                    .events(ROWS)
                    .config("shard_rows: 20000");
            DmtProcess.Result result = bench.dmt("run", "--yes");
            assertThat(proxy.hasCut()).isTrue();
            assertThat(result.exitStatus()).as(result.err()).isZero();
            assertThat(bench.targetCount("events")).isEqualTo(ROWS);
            assertThat(bench.dmt("validate", "--checksum").exitStatus()).isZero();
        }
    }

    @Test
    void a_server_killed_and_restarted_in_mid_load_costs_no_row() {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.open(new EmbeddedSettings(serverFolder, TestPostgres.version("newest"), Map.of()))) {
            DatabaseConfig target = TestPostgres.at(server.port());
            Workbench bench = Workbench.in(folder, target).events(ROWS).config("shard_rows: 5000");
            try (DmtProcess run = bench.start(Map.of(), "run", "--yes")) {
                Waiting.until("some chunks", () -> bench.committedChunks() >= 5 || !run.isAlive());
                server.kill();
                server.restart();
                DmtProcess.Result first = run.await();
                assertThat(first.exitStatus()).as(first.err()).isIn(0, 69, 75);
            }
            DmtProcess.Result second = bench.dmt("run", "--yes", "--run-id", runId(bench));
            assertThat(second.exitStatus()).as(second.err()).isZero();
            assertThat(bench.targetCount("events")).isEqualTo(ROWS);
            assertThat(bench.dmt("validate", "--checksum").exitStatus()).isZero();
        }
    }

    private static String runId(Workbench bench) {
        return TestPostgres.query(bench.target(), "SELECT DISTINCT run_id FROM dmt_ledger")
                .get(0);
    }
}
