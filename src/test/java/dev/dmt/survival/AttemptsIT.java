package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two attempts at the same unit, a zombie, a signal, a dead parent. */
class AttemptsIT {
    private static final int FENCED = 76;
    private static final int CANCELLED = 75;
    private static final long FOUR_SECONDS = 4_000_000_000L;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "stream"})
    void of_two_attempts_at_one_unit_one_is_refused_with_76(String via) {
        Workbench bench = prepared(via);
        try (DmtProcess first = bench.startFailingAt(
                "after-copy-before-commit=pause:8000@2", "step", "transfer", "--table", "events")) {
            Waiting.until("the first attempt's first chunk", () -> bench.committedChunks() >= 1 || !first.isAlive());
            DmtProcess.Result second = bench.dmt("step", "transfer", "--table", "events");
            assertThat(second.exitStatus()).as(second.err()).isEqualTo(FENCED);
            assertThat(first.await().exitStatus()).as(first.err()).isZero();
        }
        assertThat(bench.targetCount("events")).isEqualTo(20_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "stream"})
    void a_zombie_that_writes_on_after_its_successor_is_fenced_off(String via) {
        Workbench bench = prepared(via);
        try (DmtProcess zombie = bench.startFailingAt(
                "after-copy-before-commit=pause:6000@2", "step", "transfer", "--table", "events")) {
            Waiting.until("the zombie's first chunk", () -> bench.committedChunks() >= 1 || !zombie.isAlive());
            // Another machine would see just this: the lease ran out, and the zombie's connection is none of ours.
            TestPostgres.execute(
                    bench.target(),
                    "UPDATE dmt_ledger SET lease_until = clock_timestamp() - interval '1 hour', epoch = epoch + 1"
                            + " WHERE unit = 'events'");
            DmtProcess.Result successor = bench.dmt("step", "transfer", "--table", "events");
            assertThat(successor.exitStatus()).as(successor.err()).isZero();
            assertThat(zombie.await().exitStatus()).as(zombie.err()).isEqualTo(FENCED);
        }
        assertThat(bench.targetCount("events")).isEqualTo(20_000);
        assertThat(bench.dmt("run", "--yes").exitStatus()).isZero();
        assertThat(bench.dmt("validate", "--checksum").exitStatus()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "stream"})
    void a_terminated_run_exits_75_within_four_seconds_and_goes_on_later(String via) {
        Workbench bench = Workbench.in(folder).events(300_000).config("shard_rows: 5000", "via: " + via);
        try (DmtProcess run = bench.start(Map.of(), "run", "--yes")) {
            Waiting.until("some chunks", () -> bench.committedChunks() >= 3 || !run.isAlive());
            long asked = System.nanoTime();
            run.terminate();
            DmtProcess.Result result = run.await();
            assertThat(System.nanoTime() - asked).isLessThan(FOUR_SECONDS);
            assertThat(result.exitStatus()).as(result.err()).isEqualTo(CANCELLED);
        }
        assertThat(bench.targetCount("events")).isLessThan(300_000);
        DmtProcess.Result second = bench.dmt("run", "--yes");
        assertThat(second.exitStatus()).as(second.err()).isZero();
        assertThat(bench.targetCount("events")).isEqualTo(300_000);
    }

    @Test
    void the_server_does_not_work_on_for_an_attempt_that_was_killed() throws SQLException {
        Workbench bench = Workbench.in(folder)
                .events(2000)
                .source("CREATE INDEX events_kind ON events(kind)")
                .config()
                .steps("extract-schema", "plan", "create-tables", "transfer");
        try (Connection other = TestPostgres.connect(bench.target());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE events IN ACCESS EXCLUSIVE MODE");
            try (DmtProcess killed = bench.start(Map.of(), "step", "create-indexes")) {
                Waiting.until("the lock is waited for", () -> bench.waitsForLock() || !killed.isAlive());
                killed.kill();
            }
            try (DmtProcess heir = bench.start(Map.of(), "step", "create-indexes")) {
                Waiting.until(
                        "the heir's claim",
                        () -> !heir.isAlive()
                                || TestPostgres.query(
                                                        bench.target(),
                                                        "SELECT unit FROM dmt_ledger WHERE epoch = 2"
                                                                + " AND unit LIKE 'create-indexes/%'")
                                                .size()
                                        == 1);
                other.rollback();
                assertThat(heir.await().exitStatus()).as(heir.err()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "stream"})
    void a_zombie_of_an_earlier_run_cannot_write_into_a_later_runs_table(String via) {
        Workbench bench = prepared(via);
        try (DmtProcess zombie =
                bench.startFailingAt("after-commit=pause:9000@2", "step", "transfer", "--table", "events")) {
            Waiting.until("the zombie's first chunks", () -> bench.committedChunks() >= 2 || !zombie.isAlive());
            // Another checkpoint, as on another machine: it knows nothing of the first run.
            DmtProcess.Result later =
                    bench.dmt("run", "--yes", "--run-id", "later", "--checkpoint", "elsewhere/checkpoint.yaml");
            assertThat(later.exitStatus()).as(later.err()).isZero();
            assertThat(zombie.await().exitStatus()).as(zombie.err()).isEqualTo(FENCED);
        }
        assertThat(bench.targetCount("events")).isEqualTo(20_000);
    }

    private Workbench prepared(String via) {
        Workbench bench = Workbench.in(folder).events(20_000).config("shard_rows: 2000", "via: " + via);
        for (String step : new String[] {"extract-schema", "plan", "create-tables"}) {
            DmtProcess.Result result = bench.dmt("step", step);
            assertThat(result.exitStatus()).as(result.err()).isZero();
        }
        return bench;
    }
}
