package dev.dmt.engine.jdbc;

import static dev.dmt.testing.TestPostgres.execute;
import static dev.dmt.testing.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.Advance;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.testing.TestPostgres;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(booleans = {true, false})
class PortableLedgerIT {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final String ME = "here/" + ProcessHandle.current().pid() + "/test";
    private static final TableLoad LOAD = new TableLoad(
            new Table(
                    new TableName("public", "t"),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    new RowOrder(RowOrder.Kind.NONE, List.of())),
            List.of("n"),
            List.of(),
            false,
            List.of());

    private final DatabaseConfig config;
    private final boolean ddlIsTransactional;
    private final JdbcConnections connections;
    private final JdbcLedger ledger;

    PortableLedgerIT(boolean ddlIsTransactional) {
        this.ddlIsTransactional = ddlIsTransactional;
        config = TestPostgres.newest().freshDatabase();
        execute(config, "CREATE TABLE t (n bigint)");
        PlainPostgres engine = new PlainPostgres(config, ddlIsTransactional);
        connections = engine.open(16);
        ledger = engine.ledger(connections);
        ledger.ensure();
    }

    @AfterEach
    void close() {
        ledger.close();
        connections.close();
    }

    @Test
    void a_chunk_and_its_watermark_commit_together_and_counts_add_up() {
        try (UnitSession session = claim("t")) {
            assertThat(session.row().epoch()).isEqualTo(1);
            assertThat(session.load(LOAD, lines("1", "2"), chunk(1, "i:2", 3, 1)))
                    .isEqualTo(2);
            session.load(LOAD, lines("3"), chunk(2, "i:3", 1, 0));
            session.execute(List.of("ANALYZE t"), Advance.completed());
        }
        LedgerRow row = ledger.find("run", "t").orElseThrow();
        assertThat(row.done()).isTrue();
        assertThat(List.of(row.rowsRead(), row.rowsWritten(), row.rowsRejected()))
                .containsExactly(4L, 3L, 1L);
        assertThat(query(config, "SELECT sum(n) FROM t")).containsExactly("6");
    }

    @Test
    void a_live_holder_keeps_others_out_and_one_that_gave_back_does_not() {
        try (UnitSession held = claim("t")) {
            assertCode(ErrorCode.LEASE_HELD, () -> ledger.claim("run", "t", "there/1/other", LEASE));
            assertThat(held.row().epoch()).isEqualTo(1);
        }
        try (UnitSession next = claim("t")) {
            assertThat(next.row().epoch()).isEqualTo(2);
        }
    }

    @Test
    void a_zombie_is_fenced_off_and_has_written_nothing() {
        try (UnitSession zombie = claim("t")) {
            zombie.load(LOAD, lines("1"), chunk(1, "i:1", 1, 0));
            execute(config, "UPDATE dmt_ledger SET lease_until = 0");
            try (UnitSession heir = ledger.claim("run", "t", "there/1/heir", LEASE)) {
                assertThat(heir.row().watermark()).hasValue("i:1");
                assertCode(ErrorCode.FENCED, () -> zombie.load(LOAD, lines("2"), chunk(2, "i:2", 1, 0)));
                assertCode(
                        ErrorCode.FENCED,
                        () -> zombie.execute(List.of("CREATE TABLE left_behind (n int)"), Advance.completed()));
                heir.load(LOAD, lines("2"), chunk(2, "i:2", 1, 0));
            }
        }
        assertThat(query(config, "SELECT n FROM t ORDER BY n")).containsExactly("1", "2");
        assertThat(query(config, "SELECT to_regclass('left_behind')")).containsExactly("∅");
    }

    @Test
    void statements_of_one_that_is_overtaken_between_two_of_them_end_there() {
        try (UnitSession session = claim("t")) {
            assertCode(
                    ErrorCode.FENCED,
                    () -> session.execute(
                            List.of(
                                    "CREATE TABLE first_made (n int)",
                                    "UPDATE dmt_ledger SET epoch = epoch + 1",
                                    "CREATE TABLE second_made (n int)"),
                            Advance.completed()));
        }
        assertThat(query(config, "SELECT to_regclass('first_made') IS NULL, to_regclass('second_made') IS NULL"))
                .containsExactly(ddlIsTransactional ? "t|t" : "f|t");
    }

    @Test
    void a_holder_whose_session_was_killed_is_released_at_once() {
        try (UnitSession dead = claim("t")) {
            execute(config, "SELECT pg_terminate_backend(split_part(session_mark, '@', 1)::int, 5000) FROM dmt_ledger");
            try (UnitSession heir = ledger.claim("run", "t", "there/1/heir", LEASE)) {
                assertThat(heir.row().epoch()).isEqualTo(2);
            }
            assertThatThrownBy(() -> dead.load(LOAD, lines("1"), chunk(1, "i:1", 1, 0)))
                    .isInstanceOf(DmtException.class);
        }
    }

    @Test
    void the_lease_is_renewed_while_the_session_is_open() {
        try (UnitSession session = ledger.claim("run", "t", ME, Duration.ofMillis(300))) {
            execute(
                    config,
                    "DO $$ BEGIN FOR i IN 1..500 LOOP PERFORM pg_sleep(0.01); EXIT WHEN EXISTS (SELECT FROM dmt_ledger"
                            + " WHERE lease_until > "
                            + session.row().leaseUntil().toEpochMilli()
                            + "); END LOOP; END $$");
            assertThat(ledger.find("run", "t").orElseThrow().leaseUntil())
                    .isAfter(session.row().leaseUntil());
        }
    }

    @Test
    void of_sixteen_claims_at_once_one_is_granted_each_time() {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            CyclicBarrier start = new CyclicBarrier(16);
            for (int round = 1; round <= 5; round++) {
                List<UnitSession> granted = IntStream.range(0, 16)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> raced(start), threads))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .flatMap(Optional::stream)
                        .toList();
                assertThat(granted).hasSize(1);
                assertThat(granted.get(0).row().epoch()).isEqualTo(round);
                granted.forEach(UnitSession::close);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Optional<UnitSession> raced(CyclicBarrier start) {
        try {
            start.await();
            return Optional.of(claim("t"));
        } catch (DmtException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.LEASE_HELD);
            return Optional.empty();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void many_may_ensure_the_ledger_at_the_same_time_and_one_that_is_gone_is_empty() {
        ledger.drop();
        assertThat(ledger.list("run")).isEmpty();
        ledger.forget("run", List.of("t"));
        CompletableFuture.allOf(IntStream.range(0, 6)
                        .mapToObj(i -> CompletableFuture.runAsync(ledger::ensure))
                        .toArray(CompletableFuture[]::new))
                .join();
        claim("t").close();
        ledger.forget("run", List.of("t"));
        assertThat(ledger.list("run")).isEmpty();
    }

    @Test
    void a_table_made_anew_voids_what_other_runs_have_in_the_ledger_for_it() {
        TableName orders = new TableName("it's", "orders");
        ledger.claim(new dev.dmt.engine.LedgerClaim("old run", "orders", orders.toString(), ME, LEASE))
                .close();
        ledger.claim("old run", "items", ME, LEASE).close();
        try (UnitSession session = claim("create-tables/orders")) {
            session.execute(ledger.supersede("run", orders), Advance.completed());
        }
        assertThat(ledger.list("old run")).extracting(LedgerRow::unit).containsExactly("items");
    }

    private UnitSession claim(String unit) {
        return ledger.claim("run", unit, ME, LEASE);
    }

    private static InputStream lines(String... lines) {
        return new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Advance chunk(long number, String watermark, long read, long rejected) {
        return new Advance(number, Optional.of(watermark), read, rejected, false);
    }

    private static void assertCode(ErrorCode code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
