package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.postgres.embedded.EmbeddedPostgres;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Told to stop, it stops in time, whatever it waits for, leaves nothing behind, and goes on later. */
class StopIT {
    private static final int CANCELLED = 75;
    private static final Duration IN_TIME = Duration.ofSeconds(4);
    private static final int ROWS = 200_000;

    @TempDir
    Path folder;

    @Test
    void when_the_parent_is_killed() throws Exception {
        Workbench bench = Workbench.in(folder).events(ROWS).config("shard_rows: 2000");
        try (DmtProcess shell = bench.startBelowShell("run", "--yes", "--die-with-parent")) {
            Waiting.until("some chunks", () -> bench.committedChunks() >= 2 || !shell.isAlive());
            ProcessHandle orphan = shell.child().orElseThrow();
            shell.kill();
            assertThat(orphan.onExit().get(5, TimeUnit.SECONDS).isAlive()).isFalse();
            assertThat(shell.err()).contains("the parent process has died");
        }
        goesOn(bench, ROWS);
    }

    @Test
    void when_standard_input_is_closed() {
        Workbench bench = Workbench.in(folder).events(ROWS).config("shard_rows: 2000");
        try (DmtProcess run = bench.start(Map.of(), "run", "--yes", "--die-with-stdin")) {
            Waiting.until("some chunks", () -> bench.committedChunks() >= 2 || !run.isAlive());
            run.closeInput();
            endsInTime(run, System.nanoTime());
        }
        goesOn(bench, ROWS);
    }

    @Test
    void on_an_interrupt_while_it_reads_the_source_for_the_first_time() {
        Workbench bench = Workbench.in(folder).events(ROWS).config();
        try (DmtProcess run = bench.start(Map.of(), "step", "extract-schema")) {
            Waiting.until("the run", () -> Files.exists(bench.checkpointFile("checkpoint.yaml")) || !run.isAlive());
            long asked = System.nanoTime();
            run.interrupt();
            DmtProcess.Result result = run.await();
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(IN_TIME);
            assertThat(result.exitStatus()).as(result.err()).isIn(0, CANCELLED);
        }
        bench.steps("extract-schema");
    }

    @Test
    void while_a_copy_waits_for_a_lock() throws SQLException {
        Workbench bench = Workbench.in(folder).events(2000).config().steps("extract-schema", "plan", "create-tables");
        stopsWhileLocked(bench, "step", "transfer");
        assertThat(Files.exists(bench.checkpointFile("checkpoint.d/steps/transfer/events.yaml")))
                .isTrue();
        goesOn(bench, 2000);
    }

    @Test
    void while_an_index_waits_for_a_lock() throws SQLException {
        Workbench bench = Workbench.in(folder)
                .events(2000)
                .source("CREATE INDEX events_kind ON events(kind)")
                .config()
                .steps("extract-schema", "plan", "create-tables", "transfer");
        stopsWhileLocked(bench, "step", "create-indexes");
        goesOn(bench, 2000);
    }

    @Test
    void while_it_validates() throws SQLException {
        Workbench bench =
                Workbench.in(folder).events(2000).config().steps("extract-schema", "plan", "create-tables", "transfer");
        stopsWhileLocked(bench, "validate", "--checksum");
        goesOn(bench, 2000);
    }

    @Test
    void without_leaving_a_server_of_its_own_behind_which_a_killed_attempt_did() throws IOException {
        Workbench bench = Workbench.in(folder).events(20_000);
        Files.writeString(folder.resolve("dmt.yaml"), """
                source: { type: sqlite, path: source.db }
                target: { type: postgres, path: pg, database: postgres, user: postgres }
                migration: { shard_rows: 5000 }
                """);
        Path postmaster = folder.resolve("pg/data/postmaster.pid");
        Path unit = bench.checkpointFile("checkpoint.d/steps/transfer/events.yaml");
        try (DmtProcess killed = bench.startFailingAt("after-copy-before-commit=pause:30000", "run", "--yes")) {
            Waiting.until("the transfer", () -> Files.exists(unit) || !killed.isAlive());
            killed.kill();
        }
        try (DmtProcess stuck = bench.startFailingAt("after-copy-before-commit=pause:30000@2", "run", "--yes")) {
            Waiting.until("the first chunk", () -> contains(unit, "chunk: 1") || !stuck.isAlive());
            long server = Long.parseLong(Files.readAllLines(postmaster).get(0).strip());
            long asked = System.nanoTime();
            stuck.terminate();
            endsInTime(stuck, asked);
            Waiting.until(
                    "the end of the server",
                    () -> ProcessHandle.of(server)
                            .filter(ProcessHandle::isAlive)
                            .isEmpty());
        } finally {
            try (EmbeddedPostgres left = EmbeddedPostgres.open(folder.resolve("pg"))) {
                left.stop();
            }
        }
    }

    private static void stopsWhileLocked(Workbench bench, String... command) throws SQLException {
        try (Connection other = TestPostgres.connect(bench.target());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE events IN ACCESS EXCLUSIVE MODE");
            try (DmtProcess blocked = bench.start(Map.of(), command)) {
                Waiting.until("the lock is waited for", () -> bench.waitsForLock() || !blocked.isAlive());
                long asked = System.nanoTime();
                blocked.terminate();
                endsInTime(blocked, asked);
                // The lock is still held: nothing of ours may wait for it in the server.
                Waiting.until("the end of its sessions", () -> bench.sessions() == 0);
            }
            other.rollback();
        }
    }

    private static void endsInTime(DmtProcess process, long asked) {
        DmtProcess.Result result = process.await();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(IN_TIME);
        assertThat(result.exitStatus()).as(result.err()).isEqualTo(CANCELLED);
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.exists(file) && Files.readString(file).contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    private static void goesOn(Workbench bench, int rows) {
        DmtProcess.Result second = bench.dmt("run", "--yes");
        assertThat(second.exitStatus()).as(second.err()).isZero();
        assertThat(bench.targetCount("events")).isEqualTo(rows);
    }
}
