package dev.dmt.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dmt.config.BadRowPolicy;
import dev.dmt.config.TransferVia;
import dev.dmt.error.DmtException;
import dev.dmt.schema.RowOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to rows that travel without files. */
@Timeout(60)
class StreamedTransferTest {
    private static final String LARGE = "x".repeat(100_000);

    @TempDir
    Path folder;

    private TransferBench bench;

    @BeforeEach
    void lay_the_bench() {
        bench = new TransferBench(folder);
        bench.via = TransferVia.STREAM;
    }

    @Test
    void every_row_arrives_once_in_chunks_and_no_file_is_made() {
        bench.transfer(FakeReader.of(25)).run();
        assertThat(bench.keysLoaded())
                .isEqualTo(
                        LongStream.rangeClosed(1, 25).mapToObj(Long::toString).toList());
        assertThat(bench.ledger.rowsOfLoads).containsExactly(10, 10, 5);
        assertThat(bench.ledger.row("T").done()).isTrue();
        assertThat(folder.resolve("staging")).doesNotExist();
    }

    @Test
    void what_is_on_its_way_stays_within_the_budget_and_is_all_given_back() {
        bench.memory = new dev.dmt.transfer.stream.MemoryBudget(1 << 20);
        bench.shardRows = 100;
        AtomicLong most = new AtomicLong();
        AtomicLong ahead = new AtomicLong();
        FakeReader reader = new FakeReader(200, key -> {
            most.accumulateAndGet(bench.memory.taken(), Math::max);
            ahead.set(key);
            return new Object[] {key, LARGE};
        });
        bench.ledger.beforeCommit = load -> {
            if (load == 1) {
                // The reader runs on into the next chunk until the budget stops it.
                long seen;
                do {
                    seen = ahead.get();
                    Thread.onSpinWait();
                } while (bench.memory.taken() < 1 << 20 && seen < 200);
            }
        };
        bench.transfer(reader).run();
        assertThat(bench.keysLoaded()).hasSize(200);
        assertThat(most.get()).isPositive().isLessThanOrEqualTo(1 << 20);
        assertThat(bench.memory.taken()).isZero();
    }

    @Test
    void a_row_larger_than_the_whole_budget_passes() {
        bench.memory = new dev.dmt.transfer.stream.MemoryBudget(0);
        String huge = "y".repeat(3_000_000);
        bench.transfer(new FakeReader(3, key -> new Object[] {key, huge})).run();
        assertThat(bench.ledger.rows).hasSize(3).allMatch(row -> row.get(1).length() == 3_000_000);
    }

    @Test
    void a_chunk_whose_bad_rows_are_looked_for_is_in_a_file_meanwhile_and_streaming_goes_on_after_it() {
        bench.onBadRow = BadRowPolicy.QUARANTINE;
        bench.ledger.refuses = row -> row.get(0).equals("12");
        FakeReader reader = FakeReader.of(40);
        bench.transfer(reader).run();
        assertThat(bench.ledger.rowsOfLoads).containsExactly(10, 9, 10, 10);
        assertThat(reader.opened.stream().map(range -> range.after().map(Object::toString)))
                .extracting(after -> after.orElse("-"))
                .containsExactly("-", "i:10", "i:20");
        assertThat(bench.shards().path().toFile().list()).isEmpty();
    }

    @Test
    void rows_without_an_order_are_one_chunk_however_many() {
        bench.order = RowOrder.Kind.NONE;
        bench.memory = new dev.dmt.transfer.stream.MemoryBudget(0);
        bench.transfer(new FakeReader(60, key -> new Object[] {key, LARGE})).run();
        assertThat(bench.ledger.rowsOfLoads).containsExactly(60);
    }

    @Test
    void a_change_of_ways_in_the_middle_goes_on_at_the_watermark() {
        bench.via = TransferVia.CSV;
        bench.export(FakeReader.of(25)).run();
        bench.via = TransferVia.STREAM;
        bench.transfer(FakeReader.of(25)).run();
        assertThat(bench.ledger.rows).hasSize(25);
        assertThat(Files.exists(bench.shards().shard(1, dev.dmt.config.ShardCompression.NONE)))
                .isFalse();
    }

    @Test
    void a_refused_row_is_named_by_its_key_where_it_stops_the_unit() {
        bench.ledger.refuses = row -> row.get(0).equals("17") || row.get(0).equals("19");
        DmtException failure = catchThrowableOfType(
                DmtException.class, () -> bench.transfer(FakeReader.of(25)).run());
        assertThat(failure).hasMessage("the target refuses a row");
        assertThat(failure.context().where()).containsEntry("key", "i:17");
        assertThat(bench.ledger.rows).hasSize(10);
        assertThat(bench.shards().path().toFile().list()).isEmpty();
    }
}
