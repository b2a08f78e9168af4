package dev.dmt.engine.contract;

import static dev.dmt.engine.contract.ContractTarget.LEASE;
import static dev.dmt.engine.contract.ContractTarget.ME;
import static dev.dmt.engine.contract.ContractTarget.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.engine.Advance;
import dev.dmt.engine.Ledger;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** One attempt at a time works on a unit; who has been overtaken changes nothing. */
@ParameterizedClass
@MethodSource("dev.dmt.engine.contract.TestEngine#all")
class FencingContractIT {
    private static final String OTHER = "there/1/other";

    private final ContractTarget bench;
    private final Ledger ledger;
    private final ContractTable numbers;

    FencingContractIT(TestEngine engine) {
        bench = ContractTarget.open(engine);
        ledger = bench.target().ledger();
        numbers = bench.create("numbers", List.of(Field.required("n", "integer(64)")));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_live_holder_keeps_others_out_and_is_named() {
        try (UnitSession held = bench.claim("numbers")) {
            assertThatThrownBy(() -> ledger.claim("run", "numbers", OTHER, LEASE))
                    .isInstanceOfSatisfying(DmtException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.LEASE_HELD);
                        assertThat(e).hasMessageContaining(ME);
                    });
            assertThat(held.row().epoch()).isEqualTo(1);
        }
    }

    @Test
    void a_zombie_is_fenced_off_and_has_written_nothing() {
        ContractTable left = bench.table("left_behind", List.of(Field.of("n", "integer(64)")));
        try (UnitSession zombie = bench.claim("numbers")) {
            load(zombie, 1);
            endLeases();
            try (UnitSession heir = ledger.claim("run", "numbers", OTHER, LEASE)) {
                assertThat(heir.row().watermark()).hasValue("i:1");
                assertFenced(() -> load(zombie, 2));
                assertFenced(() -> zombie.execute(bench.target().ddl().createTable(left.table()), Advance.completed()));
                load(heir, 2);
            }
        }
        assertThat(bench.rows(numbers)).hasSize(2);
        assertThat(bench.target().catalog().describe(left.table().name())).isEmpty();
        assertThat(ledger.find("run", "numbers").orElseThrow().owner()).isEqualTo(OTHER);
    }

    @Test
    @Timeout(120)
    void an_epoch_raised_while_a_chunk_loads_fences_it_at_the_commit() {
        if (bench.engine() == TestEngine.SQLITE) {
            // One writer at a time: nobody can raise an epoch while a chunk loads.
            return;
        }
        try (UnitSession session = bench.claim("numbers")) {
            InputStream lines = bench.chunk(numbers, row(8L), row(9L));
            assertFenced(() -> session.load(
                    bench.loading(numbers), new Late(lines, () -> ledgerSql("SET epoch = epoch + 1")), next(1, "i:9")));
        }
        assertThat(bench.count(numbers)).isZero();
    }

    @Test
    void a_unit_that_was_forgotten_and_begun_anew_is_no_longer_that_of_its_holder() {
        try (UnitSession zombie = bench.claim("numbers")) {
            load(zombie, 1);
            ledger.forget("run", List.of("numbers"));
            try (UnitSession heir = ledger.claim("run", "numbers", OTHER, LEASE)) {
                assertThat(heir.row().epoch()).isEqualTo(zombie.row().epoch());
                assertThat(heir.row().watermark()).isEmpty();
                assertFenced(() -> load(zombie, 2));
                load(heir, 3);
            }
        }
        assertThat(bench.count(numbers)).isEqualTo(2);
        assertThat(ledger.find("run", "numbers").orElseThrow().watermark()).hasValue("i:3");
    }

    @Test
    void one_that_is_overtaken_between_two_statements_ends_there() {
        ContractTable first = bench.table("first_made", List.of(Field.of("n", "integer(64)")));
        ContractTable second = bench.table("second_made", List.of(Field.of("n", "integer(64)")));
        List<String> statements = new ArrayList<>(bench.target().ddl().createTable(first.table()));
        statements.add("UPDATE " + bench.database().ledger() + " SET epoch = epoch + 1");
        statements.addAll(bench.target().ddl().createTable(second.table()));
        try (UnitSession session = bench.claim("numbers")) {
            assertFenced(() -> session.execute(statements, Advance.completed()));
        }
        assertThat(bench.target().catalog().describe(first.table().name()).isPresent())
                .isEqualTo(!bench.engine().has(TestEngine.Trait.TRANSACTIONAL_DDL));
        assertThat(bench.target().catalog().describe(second.table().name())).isEmpty();
    }

    @Test
    void a_unit_given_back_is_free_at_once() {
        bench.claim("numbers").close();
        try (UnitSession next = ledger.claim("run", "numbers", OTHER, LEASE)) {
            assertThat(next.row().epoch()).isEqualTo(2);
        }
    }

    @Test
    @Timeout(60)
    void a_holder_whose_connections_are_cut_is_released_or_waited_out() {
        TargetDatabase dying = bench.openAnother();
        UnitSession held = dying.ledger().claim("run", "numbers", OTHER, LEASE);
        dying.endSoon();
        if (bench.engine().has(TestEngine.Trait.NO_SESSIONS)) {
            Refusals.assertCode(ErrorCode.LEASE_HELD, () -> bench.claim("numbers"));
        } else {
            try (UnitSession heir = claimOnceFree()) {
                assertThat(heir.row().epoch()).isEqualTo(2);
                Refusals.assertFails(() -> load(held, 1));
            }
        }
        held.close();
        dying.close();
        assertThat(bench.count(numbers)).isZero();
    }

    private UnitSession claimOnceFree() {
        Instant end = Instant.now().plusSeconds(40);
        while (true) {
            try {
                return bench.claim("numbers");
            } catch (DmtException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.LEASE_HELD);
                assertThat(Instant.now()).isBefore(end);
                Thread.onSpinWait();
            }
        }
    }

    @Test
    @Timeout(60)
    void a_process_that_died_on_this_machine_keeps_its_unit_no_longer_than_its_session_lives() {
        // No process has this id; its session here is this test's, until it is closed behind the claim's back.
        UnitSession dead = ledger.claim("run", "numbers", "here/2147483646/gone", LEASE);
        CompletableFuture<Void> end = CompletableFuture.runAsync(dead::close);
        try (UnitSession heir = bench.claim("numbers")) {
            assertThat(heir.row().epoch()).isEqualTo(2);
        }
        end.join();
    }

    @Test
    @Timeout(60)
    void the_lease_is_renewed_while_the_session_is_open() {
        try (UnitSession session = ledger.claim("run", "numbers", ME, Duration.ofMillis(900))) {
            Instant first = session.row().leaseUntil();
            Instant now = first;
            while (!now.isAfter(first)) {
                now = ledger.find("run", "numbers").orElseThrow().leaseUntil();
            }
            assertThat(now).isAfter(first);
            load(session, 1);
        }
    }

    @Test
    @Timeout(60)
    void a_lease_is_counted_by_the_clock_of_the_database_and_runs_out_by_it() {
        try (TargetDatabase other = bench.openAnother();
                UnitSession silent = other.ledger().claim("run", "numbers", OTHER, LEASE)) {
            endLeases();
            try (UnitSession heir = bench.claim("numbers")) {
                assertThat(heir.row().epoch()).isEqualTo(2);
                assertFenced(() -> load(silent, 1));
            }
        }
        assertThat(bench.count(numbers)).isZero();
    }

    @Test
    @Timeout(240)
    void of_sixteen_claims_at_once_one_is_granted_each_time() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            CyclicBarrier start = new CyclicBarrier(16);
            for (int round = 1; round <= 4; round++) {
                List<UnitSession> granted = IntStream.range(0, 16)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> raced(start), threads))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .flatMap(Optional::stream)
                        .toList();
                assertThat(granted).as("round " + round).hasSize(1);
                assertThat(granted.get(0).row().epoch()).isEqualTo(round);
                granted.forEach(UnitSession::close);
            }
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Optional<UnitSession> raced(CyclicBarrier start) {
        try {
            start.await();
            return Optional.of(bench.claim("race"));
        } catch (DmtException e) {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.LEASE_HELD);
            return Optional.empty();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Timeout(240)
    void units_of_one_table_are_loaded_at_the_same_time_without_loss() {
        CompletableFuture.allOf(IntStream.range(0, 6)
                        .mapToObj(part -> CompletableFuture.runAsync(() -> loadPart(part)))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(bench.count(numbers)).isEqualTo(6 * 5 * 100);
        assertThat(ledger.list("run"))
                .filteredOn(held -> held.unit().startsWith("part"))
                .allSatisfy(held -> {
                    assertThat(held.chunk()).isEqualTo(5);
                    assertThat(held.rowsWritten()).isEqualTo(500);
                });
    }

    private void loadPart(int part) {
        try (UnitSession session = bench.claim("part" + part)) {
            for (int chunk = 1; chunk <= 5; chunk++) {
                long first = part * 1000L + chunk * 100L;
                Object[][] rows =
                        IntStream.range(0, 100).mapToObj(i -> row(first + i)).toArray(Object[][]::new);
                session.load(bench.loading(numbers), bench.chunk(numbers, rows), next(chunk, "i:" + first));
            }
        }
    }

    private void endLeases() {
        ledgerSql("SET lease_until = " + bench.database().dialect().leaseOver());
    }

    private void ledgerSql(String change) {
        bench.database().execute("UPDATE " + bench.database().ledger() + " " + change);
    }

    private void load(UnitSession session, long value) {
        session.load(bench.loading(numbers), bench.chunk(numbers, row(value)), next(value, "i:" + value));
    }

    private static Advance next(long number, String watermark) {
        return new Advance(number, Optional.of(watermark), 1, 0, false);
    }

    private static void assertFenced(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        Refusals.assertCode(ErrorCode.FENCED, work);
    }

    /** Does something as soon as it is read from. */
    private static final class Late extends InputStream {
        private final InputStream bytes;
        private final Runnable first;
        private boolean done;

        Late(InputStream bytes, Runnable first) {
            this.bytes = bytes;
            this.first = first;
        }

        @Override
        public int read() throws IOException {
            begin();
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            begin();
            return bytes.read(buffer, offset, length);
        }

        private void begin() {
            if (!done) {
                done = true;
                first.run();
            }
        }
    }
}
