package dev.dmt.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dmt.attempt.Task;
import dev.dmt.checkpoint.UnitDocument;
import dev.dmt.checkpoint.WorkStatus;
import dev.dmt.config.TargetMode;
import dev.dmt.config.TransferVia;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.failpoint.Failpoint;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.RowOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A unit's attempts, whichever way its rows travel. */
@Timeout(60)
@ParameterizedClass
@EnumSource(TransferVia.class)
class UnitAttemptsTest {
    private static final long ENDLESS = Long.MAX_VALUE - 1;

    @Parameter
    TransferVia via = TransferVia.CSV;

    @TempDir
    Path folder;

    private TransferBench bench;

    @BeforeEach
    void lay_the_bench() {
        bench = new TransferBench(folder);
        bench.via = via;
    }

    @AfterEach
    void switch_failpoints_off() {
        Failpoint.enable("");
    }

    @Test
    void mirrors_the_ledger() {
        bench.transfer(FakeReader.of(20)).run();
        UnitDocument document = bench.document("transfer");
        assertThat(document.status()).isEqualTo(WorkStatus.DONE);
        assertThat(document.chunk()).isEqualTo(2);
        assertThat(document.watermark()).contains("i:20");
        assertThat(document.rowsWritten()).isEqualTo(20);
        assertThat(document.bytes()).isPositive();
    }

    @Test
    void a_unit_that_is_done_is_left_alone_and_its_document_repaired() {
        bench.transfer(FakeReader.of(20)).run();
        UnitDocument before = bench.document("transfer");
        bench.checkpoint.remove("steps/transfer/T");
        UnitResult result = bench.transfer(failing(20, 1, ErrorCode.INTERNAL)).run();
        assertThat(result.noop()).isTrue();
        assertThat(bench.ledger.claims).isEqualTo(1);
        assertThat(bench.document("transfer").rowsWritten()).isEqualTo(before.rowsWritten());
    }

    @Test
    void a_table_without_rows_is_done_at_once() {
        UnitResult result = bench.transfer(FakeReader.of(0)).run();
        assertThat(result.rowsWritten()).isZero();
        assertThat(bench.ledger.row("T").done()).isTrue();
        assertThat(bench.ledger.loads).isEmpty();
    }

    @Test
    void keeps_to_its_key_range() {
        bench.range = new KeyRange(Optional.of(KeyTuple.of(7)), Optional.of(KeyTuple.of(30)));
        bench.transfer(FakeReader.of(100)).run();
        assertThat(bench.keysLoaded())
                .isEqualTo(
                        LongStream.rangeClosed(8, 30).mapToObj(Long::toString).toList());
        assertThat(bench.ledger.row("T").watermark()).contains("i:30");
    }

    @Test
    void rows_in_no_order_go_in_one_chunk() {
        bench.order = RowOrder.Kind.NONE;
        bench.transfer(FakeReader.of(25)).run();
        assertThat(bench.ledger.rowsOfLoads).containsExactly(25);
        assertThat(bench.ledger.row("T").done()).isTrue();
    }

    @Test
    void rows_in_no_order_begin_anew_after_a_failure() {
        bench.order = RowOrder.Kind.NONE;
        assertThatThrownBy(() ->
                        bench.transfer(failing(25, 17, ErrorCode.INTERNAL)).run())
                .isInstanceOf(DmtException.class);
        bench.transfer(FakeReader.of(25)).run();
        assertThat(bench.keysLoaded()).isEqualTo(keys(25));
    }

    @Test
    void a_passing_failure_of_the_source_is_tried_again_from_the_watermark() {
        AtomicInteger failures = new AtomicInteger(1);
        FakeReader reader = new FakeReader(25, key -> {
            if (key == 15 && failures.getAndDecrement() > 0) {
                throw new DmtException(ErrorCode.TRANSIENT, "busy");
            }
            return new Object[] {key, "x"};
        });
        bench.transfer(reader).run();
        assertThat(bench.keysLoaded()).isEqualTo(keys(25));
        assertThat(reader.opened.get(1).after()).contains(KeyTuple.of(10));
    }

    @Test
    void a_commit_whose_answer_was_lost_is_not_repeated() {
        bench.ledger.afterCommit = load -> {
            if (load == 2) {
                throw new DmtException(ErrorCode.UNREACHABLE, "the connection broke");
            }
        };
        bench.transfer(FakeReader.of(25)).run();
        assertThat(bench.keysLoaded()).isEqualTo(keys(25));
    }

    @Test
    void gives_up_after_three_tries_without_progress() {
        bench.ledger.beforeCommit = load -> {
            throw new DmtException(ErrorCode.UNREACHABLE, "no server");
        };
        DmtException failure = failure(bench.transfer(FakeReader.of(25)));
        assertThat(failure.code()).isEqualTo(ErrorCode.UNREACHABLE);
        assertThat(bench.ledger.claims).isEqualTo(3);
        assertThat(bench.document("transfer").status()).isEqualTo(WorkStatus.FAILED);
    }

    @Test
    void an_attempt_that_was_fenced_off_stops_and_leaves_the_document_to_the_other() {
        bench.ledger.beforeCommit = load -> {
            if (load == 2) {
                bench.ledger.claim("run", "T", "two", java.time.Duration.ofSeconds(1));
            }
        };
        DmtException failure = failure(bench.transfer(FakeReader.of(25)));
        assertThat(failure.code()).isEqualTo(ErrorCode.FENCED);
        assertThat(bench.keysLoaded()).isEqualTo(keys(10));
        assertThat(bench.document("transfer").status()).isEqualTo(WorkStatus.RUNNING);
    }

    @Test
    void a_loader_that_fails_stops_an_exporter_that_would_never_end() {
        bench.ledger.beforeCommit = load -> {
            if (load == 3) {
                throw new DmtException(ErrorCode.PERMISSION, "revoked");
            }
        };
        assertThat(failure(bench.transfer(FakeReader.of(ENDLESS))).code()).isEqualTo(ErrorCode.PERMISSION);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().equals("export-T"));
    }

    @Test
    void cancelling_stops_both_sides_and_the_next_run_goes_on() {
        UnitTransfer first = bench.transfer(FakeReader.of(ENDLESS));
        bench.ledger.afterCommit = load -> {
            if (load == 2) {
                first.cancel("enough");
            }
        };
        assertThat(failure(first).code()).isEqualTo(ErrorCode.CANCELLED);
        assertThat(bench.document("transfer").status()).isEqualTo(WorkStatus.CANCELLED);
        assertThat(bench.keysLoaded()).isEqualTo(keys(20));
        bench.transfer(FakeReader.of(35)).run();
        assertThat(bench.keysLoaded())
                .startsWith(keys(20).toArray(String[]::new))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_failure_of_the_source_that_nobody_foresaw_is_a_bug_with_its_cause() {
        DmtException failure = failure(bench.transfer(new FakeReader(25, key -> {
            throw new IllegalStateException("surprise");
        })));
        assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(failure).hasRootCauseMessage("surprise");
    }

    @Test
    void upsert_merges_by_the_primary_key() {
        bench.mode = TargetMode.UPSERT;
        bench.transfer(FakeReader.of(5)).run();
        assertThat(bench.ledger.loads.get(0).upsert()).isTrue();
        assertThat(bench.ledger.loads.get(0).keyColumns()).containsExactly("id");
    }

    @Test
    void upsert_without_a_key_is_refused() {
        bench.mode = TargetMode.UPSERT;
        bench.primaryKey = Optional.empty();
        assertThat(failure(bench.transfer(FakeReader.of(5))).code()).isEqualTo(ErrorCode.CONFIG);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void any_row_of_failures_leaves_every_row_there_once(int seed) {
        Random random = new Random(seed);
        FakeLedger.Moment mishap = load -> {
            if (random.nextInt(3) == 0) {
                throw new DmtException(random.nextBoolean() ? ErrorCode.INTERNAL : ErrorCode.TRANSIENT, "mishap");
            }
        };
        bench.ledger.beforeCommit = mishap;
        bench.ledger.afterCommit = mishap;
        for (int attempt = 0; attempt < 200 && !isDone(); attempt++) {
            bench.shardRows = 1L + random.nextInt(20);
            try {
                bench.transfer(FakeReader.of(90)).run();
            } catch (DmtException e) {
                assertThat(e).hasMessage("mishap");
            }
        }
        assertThat(bench.keysLoaded()).isEqualTo(keys(90));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkpoint-before-rename",
                "checkpoint-before-rename@3",
                "checkpoint-after-rename@2",
                "after-commit-before-yaml",
                "after-commit-before-yaml@3"
            })
    void whatever_breaks_at_a_named_place_the_next_run_completes_it(String place) {
        String[] parts = place.split("@", -1);
        Failpoint.enable(parts[0] + "=fail" + (parts.length > 1 ? "@" + parts[1] : ""));
        assertThatThrownBy(() -> bench.transfer(FakeReader.of(25)).run()).isInstanceOf(RuntimeException.class);
        Failpoint.enable("");
        bench.transfer(FakeReader.of(25)).run();
        assertThat(bench.keysLoaded()).isEqualTo(keys(25));
        assertThat(bench.document("transfer").status()).isEqualTo(WorkStatus.DONE);
    }

    private boolean isDone() {
        return bench.ledger.find("run", "T").map(row -> row.done()).orElse(false);
    }

    private static FakeReader failing(long count, long at, ErrorCode code) {
        return new FakeReader(count, key -> {
            if (key == at) {
                throw new DmtException(code, "failed at " + key);
            }
            return new Object[] {key, "x"};
        });
    }

    private static DmtException failure(Task<UnitResult> task) {
        return catchThrowableOfType(DmtException.class, task::run);
    }

    private static List<String> keys(long count) {
        return LongStream.rangeClosed(1, count).mapToObj(Long::toString).toList();
    }
}
