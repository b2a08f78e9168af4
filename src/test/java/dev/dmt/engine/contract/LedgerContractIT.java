package dev.dmt.engine.contract;

import static dev.dmt.engine.contract.ContractTarget.LEASE;
import static dev.dmt.engine.contract.ContractTarget.ME;
import static dev.dmt.engine.contract.ContractTarget.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.Advance;
import dev.dmt.engine.Ledger;
import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerNote;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in the ledger is what is in the target. */
@ParameterizedClass
@MethodSource("dev.dmt.engine.contract.TestEngine#all")
class LedgerContractIT {
    private final ContractTarget bench;
    private final Ledger ledger;
    private final ContractTable numbers;

    LedgerContractIT(TestEngine engine) {
        bench = ContractTarget.open(engine);
        ledger = bench.target().ledger();
        numbers = bench.create("numbers", List.of(Field.required("n", "integer(64)")));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_claim_starts_at_epoch_one_and_each_further_one_raises_it() {
        for (long epoch = 1; epoch <= 3; epoch++) {
            try (UnitSession session = bench.claim("numbers")) {
                assertThat(session.row().epoch()).isEqualTo(epoch);
                assertThat(session.row().done()).isFalse();
                assertThat(session.row().leaseUntil())
                        .isAfter(java.time.Instant.now().minusSeconds(60));
            }
        }
    }

    @Test
    void a_chunk_and_its_watermark_commit_together_and_counts_add_up() {
        try (UnitSession session = bench.claim("numbers")) {
            assertThat(load(session, chunk(1, "i:2", 3, 1), 1, 2)).isEqualTo(2);
            assertThat(load(session, chunk(2, "i:3", 1, 0), 3)).isEqualTo(1);
            assertThat(session.row().watermark()).hasValue("i:3");
            session.execute(bench.target().ddl().analyze(numbers.table()), Advance.completed());
            assertThat(session.row().done()).isTrue();
        }
        LedgerRow held = ledger.find("run", "numbers").orElseThrow();
        assertThat(List.of(held.rowsRead(), held.rowsWritten(), held.rowsRejected()))
                .containsExactly(4L, 3L, 1L);
        assertThat(held.watermark()).isEmpty();
        assertThat(held.chunk()).isZero();
        assertThat(bench.count(numbers)).isEqualTo(3);
    }

    @Test
    void a_resumed_unit_finds_the_watermark_of_its_last_chunk_to_the_letter() {
        String watermark = "t:%d83d%de00 trailing  ,i:9223372036854775807,n:,t:" + "ü'\"\\".repeat(400);
        try (UnitSession session = bench.claim("numbers")) {
            load(session, chunk(7, watermark, 1, 0), 1);
        }
        try (UnitSession next = bench.claim("numbers")) {
            assertThat(next.row().watermark()).hasValue(watermark);
            assertThat(next.row().chunk()).isEqualTo(7);
            assertThat(next.row().rowsWritten()).isEqualTo(1);
        }
    }

    @Test
    void units_and_runs_of_any_name_are_apart_to_the_letter() {
        List<String> units =
                List.of("orders", "Orders", "orders ", "orders.p01", "it's \"odd\" \\ ü😀", "x".repeat(300));
        units.forEach(unit -> bench.claim(unit).close());
        ledger.claim("RUN", "orders", ME, LEASE).close();
        assertThat(ledger.list("run")).extracting(LedgerRow::unit).containsAll(units);
        assertThat(ledger.list("run"))
                .filteredOn(held -> units.contains(held.unit()))
                .extracting(LedgerRow::epoch)
                .containsOnly(1L);
        assertThat(ledger.list("RUN")).extracting(LedgerRow::unit).containsExactly("orders");
        assertThat(ledger.find("run", "ORDERS")).isEmpty();
    }

    @Test
    void a_statement_that_fails_leaves_the_session_usable_and_the_row_as_it_was() {
        try (UnitSession session = bench.claim("numbers")) {
            Refusals.assertFails(() -> session.execute(List.of("this is no statement"), Advance.completed()));
            assertThat(session.row().done()).isFalse();
            load(session, chunk(1, "i:5", 1, 0), 5);
        }
        assertThat(bench.count(numbers)).isEqualTo(1);
    }

    @Test
    void many_may_ensure_the_ledger_at_the_same_time_and_one_that_is_gone_is_empty() {
        ledger.drop();
        ledger.drop();
        assertThat(ledger.list("run")).isEmpty();
        assertThat(ledger.find("run", "numbers")).isEmpty();
        ledger.forget("run", List.of("numbers"));
        CompletableFuture.allOf(IntStream.range(0, 6)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> {
                            try (TargetDatabase other = bench.openAnother()) {
                                other.ledger().ensure();
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        try (UnitSession session = bench.claim("numbers")) {
            assertThat(session.row().epoch()).isEqualTo(1);
        }
    }

    @Test
    void forgets_what_it_is_told_to() {
        for (String unit : List.of("orders.p01", "orders.p02", "items")) {
            ledger.claim("one", unit, ME, LEASE).close();
        }
        ledger.forget("one", List.of("orders.p01", "orders.p02"));
        assertThat(ledger.list("one")).extracting(LedgerRow::unit).containsExactly("items");
        ledger.forget("other", List.of("items"));
        assertThat(ledger.list("one")).hasSize(1);
    }

    @Test
    void a_table_made_anew_voids_what_other_runs_have_in_the_ledger_for_it() {
        TableName orders = bench.name("it's orders");
        UnitSession zombie = ledger.claim(new LedgerClaim("old run", "orders", orders.toString(), ME, LEASE));
        ledger.claim("old run", "items", ME, LEASE).close();
        try (UnitSession session = bench.claim("create-tables/orders")) {
            session.execute(ledger.supersede("run", orders), Advance.completed());
        }
        Refusals.assertCode(ErrorCode.FENCED, () -> load(zombie, chunk(1, "i:1", 1, 0), 1));
        zombie.close();
        assertThat(ledger.list("old run")).extracting(LedgerRow::unit).containsExactly("items");
        assertThat(bench.count(numbers)).isZero();
    }

    @Test
    void a_note_is_written_with_its_chunk_and_is_void_once_its_table_is_made_anew() {
        TableName orders = bench.name("orders");
        try (UnitSession session = bench.claim("numbers")) {
            Advance first = chunk(1, "i:1", 1, 0).noting(Optional.of(new LedgerNote(orders, "up-to 1")));
            load(session, first, 1);
            load(session, chunk(2, "i:2", 1, 0).noting(Optional.of(new LedgerNote(orders, "up-to 2"))), 2);
        }
        assertThat(note(orders)).hasValue("up-to 2");
        try (UnitSession session = bench.claim("create-tables/orders")) {
            session.execute(ledger.supersede("run", orders), Advance.completed());
        }
        assertThat(note(orders)).isEmpty();
    }

    private Optional<String> note(TableName table) {
        return ledger.find(LedgerNote.RUN_ID, LedgerNote.unit(table)).flatMap(LedgerRow::watermark);
    }

    private long load(UnitSession session, Advance advance, long... values) {
        Object[][] rows =
                IntStream.range(0, values.length).mapToObj(i -> row(values[i])).toArray(Object[][]::new);
        return session.load(bench.loading(numbers), bench.chunk(numbers, rows), advance);
    }

    private static Advance chunk(long number, String watermark, long read, long rejected) {
        return new Advance(number, Optional.of(watermark), read, rejected, false);
    }
}
