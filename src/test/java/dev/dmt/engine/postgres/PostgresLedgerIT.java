package dev.dmt.engine.postgres;

import static dev.dmt.testing.TestPostgres.execute;
import static dev.dmt.testing.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.Advance;
import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"newest", "oldest", "retired"})
class PostgresLedgerIT {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final String ME = "here/" + ProcessHandle.current().pid() + "/test";
    private static final Table T = TestTables.table("t", List.of(TestTables.column("n", "bigint")));
    private static final TableLoad LOAD = new TableLoad(T, List.of("n"), List.of(), false, List.of());

    private final DatabaseConfig config;
    private final PostgresTarget target;

    PostgresLedgerIT(String line) {
        config = TestPostgres.line(line).freshDatabase();
        execute(config, "CREATE TABLE t (n bigint)");
        target = PostgresTarget.open(config, 4);
        target.ledger().ensure();
    }

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void a_claim_starts_at_epoch_one_and_each_further_one_raises_it() {
        try (UnitSession session = claim("t")) {
            assertThat(session.row().epoch()).isEqualTo(1);
            assertThat(session.row().done()).isFalse();
        }
        try (UnitSession session = claim("t")) {
            assertThat(session.row().epoch()).isEqualTo(2);
        }
    }

    @Test
    void a_chunk_and_its_watermark_commit_together_and_counts_add_up() {
        try (UnitSession session = claim("t")) {
            assertThat(session.load(LOAD, TestTables.lines("1", "2"), chunk(1, "i:2", 3, 1)))
                    .isEqualTo(2);
            assertThat(session.load(LOAD, TestTables.lines("3"), chunk(2, "i:3", 1, 0)))
                    .isEqualTo(1);
            session.execute(List.of("ANALYZE t"), Advance.completed());
            assertThat(session.row().done()).isTrue();
        }
        LedgerRow row = target.ledger().find("run", "t").orElseThrow();
        assertThat(row.rowsRead()).isEqualTo(4);
        assertThat(row.rowsWritten()).isEqualTo(3);
        assertThat(row.rowsRejected()).isEqualTo(1);
        assertThat(row.watermark()).isEmpty();
        assertThat(query(config, "SELECT sum(n) FROM t")).containsExactly("6");
    }

    @Test
    void a_live_holder_keeps_others_out_and_is_named() {
        try (UnitSession held = claim("t")) {
            assertThatThrownBy(() -> target.ledger().claim("run", "t", "there/1/other", LEASE))
                    .isInstanceOfSatisfying(DmtException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.LEASE_HELD);
                        assertThat(e).hasMessageContaining(ME);
                    });
            assertThat(held.row().epoch()).isEqualTo(1);
        }
    }

    @Test
    void a_zombie_is_fenced_off_and_has_written_nothing() {
        try (UnitSession zombie = claim("t")) {
            zombie.load(LOAD, TestTables.lines("1"), chunk(1, "i:1", 1, 0));
            execute(config, "UPDATE dmt_ledger SET lease_until = clock_timestamp() - interval '1 s'");
            try (UnitSession heir = target.ledger().claim("run", "t", "there/1/heir", LEASE)) {
                assertThat(heir.row().watermark()).hasValue("i:1");
                assertFenced(() -> zombie.load(LOAD, TestTables.lines("2"), chunk(2, "i:2", 1, 0)));
                assertFenced(() -> zombie.execute(List.of("CREATE TABLE left_behind (n int)"), Advance.completed()));
                heir.load(LOAD, TestTables.lines("2"), chunk(2, "i:2", 1, 0));
            }
        }
        assertThat(query(config, "SELECT n FROM t ORDER BY n")).containsExactly("1", "2");
        assertThat(query(config, "SELECT to_regclass('left_behind')")).containsExactly("∅");
        assertThat(target.ledger().find("run", "t").orElseThrow().owner()).isEqualTo("there/1/heir");
    }

    @Test
    void an_epoch_raised_in_mid_copy_fences_at_the_commit() {
        try (UnitSession session = claim("t")) {
            assertFenced(() -> session.load(LOAD, new LateLines(), chunk(1, "i:9", 1, 0)));
        }
        assertThat(query(config, "SELECT count(*) FROM t")).containsExactly("0");
    }

    @Test
    void a_holder_whose_backend_was_killed_is_released_at_once() {
        try (UnitSession dead = claim("t")) {
            execute(config, "SELECT pg_terminate_backend(backend_pid, 5000) FROM dmt_ledger");
            try (UnitSession heir = target.ledger().claim("run", "t", "there/1/heir", LEASE)) {
                assertThat(heir.row().epoch()).isEqualTo(2);
            }
            assertThatThrownBy(() -> dead.load(LOAD, TestTables.lines("1"), chunk(1, "i:1", 1, 0)))
                    .isInstanceOfSatisfying(
                            DmtException.class,
                            e -> assertThat(e.code().retryable()).isTrue());
        }
    }

    @Test
    void the_backend_of_a_dead_process_of_this_host_is_waited_for() {
        // No process has this id; its backend here is this test's, until it is ended behind the claim's back.
        UnitSession dead = target.ledger().claim("run", "t", "here/2147483646/gone", LEASE);
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> execute(config, "SELECT pg_terminate_backend(backend_pid) FROM dmt_ledger"));
        try (UnitSession heir = claim("t")) {
            assertThat(heir.row().epoch()).isEqualTo(2);
        }
        end.join();
        dead.close();
    }

    @Test
    void the_lease_is_renewed_while_the_session_is_open() {
        try (UnitSession session = target.ledger().claim("run", "t", ME, Duration.ofMillis(300))) {
            execute(
                    config,
                    "DO $$ BEGIN FOR i IN 1..500 LOOP PERFORM pg_sleep(0.01); EXIT WHEN EXISTS (SELECT FROM dmt_ledger"
                            + " WHERE lease_until > '" + session.row().leaseUntil() + "'); END LOOP; END $$");
            assertThat(target.ledger().find("run", "t").orElseThrow().leaseUntil())
                    .isAfter(session.row().leaseUntil());
        }
    }

    @Test
    void a_statement_that_fails_leaves_the_session_usable_and_the_row_as_it_was() {
        try (UnitSession session = claim("t")) {
            assertThatThrownBy(
                            () -> session.execute(List.of("INSERT INTO t VALUES (1)", "nonsense"), Advance.completed()))
                    .isInstanceOf(DmtException.class);
            assertThat(session.row().done()).isFalse();
            session.load(LOAD, TestTables.lines("5"), chunk(1, "i:5", 1, 0));
        }
        assertThat(query(config, "SELECT n FROM t")).containsExactly("5");
    }

    @Test
    void many_may_ensure_the_ledger_at_the_same_time() {
        target.ledger().drop();
        assertThat(target.ledger().list("run")).isEmpty();
        assertThat(target.ledger().find("run", "t")).isEmpty();
        CompletableFuture.allOf(IntStream.range(0, 6)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> {
                            try (PostgresTarget other = PostgresTarget.open(config, 1)) {
                                other.ledger().ensure();
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        try (UnitSession session = claim("t")) {
            assertThat(session.row().epoch()).isEqualTo(1);
        }
    }

    @Test
    void of_sixteen_claims_at_once_one_is_granted_each_time() {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (PostgresTarget wide = PostgresTarget.open(config, 16)) {
            CyclicBarrier start = new CyclicBarrier(16);
            for (int round = 1; round <= 5; round++) {
                long epoch = round;
                List<CompletableFuture<Optional<UnitSession>>> attempts = IntStream.range(0, 16)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> raced(wide, start), threads))
                        .toList();
                List<UnitSession> granted = attempts.stream()
                        .map(CompletableFuture::join)
                        .flatMap(Optional::stream)
                        .toList();
                assertThat(granted).hasSize(1);
                assertThat(granted.get(0).row().epoch()).isEqualTo(epoch);
                granted.forEach(UnitSession::close);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Optional<UnitSession> raced(PostgresTarget wide, CyclicBarrier start) {
        try {
            start.await();
            return Optional.of(wide.ledger().claim("run", "t", ME, LEASE));
        } catch (DmtException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.LEASE_HELD);
            return Optional.empty();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_lease_that_ran_out_goes_to_one_of_those_who_wait_for_it() {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (PostgresTarget wide = PostgresTarget.open(config, 16);
                UnitSession silent = claim("t")) {
            execute(config, "UPDATE dmt_ledger SET lease_until = clock_timestamp() - interval '1 s'");
            CyclicBarrier start = new CyclicBarrier(8);
            List<UnitSession> granted = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> raced(wide, start), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .flatMap(Optional::stream)
                    .toList();
            assertThat(granted).hasSize(1);
            assertFenced(() -> silent.load(LOAD, TestTables.lines("1"), chunk(1, "i:1", 1, 0)));
            granted.forEach(UnitSession::close);
        } finally {
            threads.shutdownNow();
        }
        assertThat(query(config, "SELECT count(*) FROM t")).containsExactly("0");
    }

    @Test
    void forgets_what_it_is_told_to() {
        for (String unit : List.of("orders.p01", "orders.p02", "items")) {
            claim(unit).close();
        }
        target.ledger().forget("run", List.of("orders.p01", "orders.p02"));
        assertThat(target.ledger().list("run")).extracting(LedgerRow::unit).containsExactly("items");
        target.ledger().forget("other run", List.of("items"));
        assertThat(target.ledger().list("run")).hasSize(1);
    }

    @Test
    void a_table_made_anew_voids_what_other_runs_have_in_the_ledger_for_it() {
        TableName orders = new TableName("public", "orders");
        UnitSession zombie = target.ledger().claim(new LedgerClaim("old run", "orders", orders.toString(), ME, LEASE));
        target.ledger().claim("old run", "items", ME, LEASE).close();
        try (UnitSession session = claim("create-tables/orders")) {
            session.execute(target.ledger().supersede("run", orders), Advance.completed());
        }
        assertFenced(() -> zombie.execute(List.of("SELECT 1"), Advance.completed()));
        zombie.close();
        assertThat(target.ledger().list("old run")).extracting(LedgerRow::unit).containsExactly("items");
    }

    private UnitSession claim(String unit) {
        return target.ledger().claim("run", unit, ME, LEASE);
    }

    private static Advance chunk(long number, String watermark, long read, long rejected) {
        return new Advance(number, Optional.of(watermark), read, rejected, false);
    }

    private static void assertFenced(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FENCED));
    }

    /** Raises the epoch while the copy is under way. */
    private final class LateLines extends java.io.InputStream {
        private final java.io.InputStream lines = TestTables.lines("9");
        private boolean raised;

        @Override
        public int read() throws IOException {
            return lines.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (!raised) {
                raised = true;
                execute(config, "UPDATE dmt_ledger SET epoch = epoch + 1");
            }
            return lines.read(buffer, offset, length);
        }
    }
}
