package dev.dmt.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dmt.attempt.Task;
import dev.dmt.checkpoint.WorkStatus;
import dev.dmt.config.ShardCompression;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.RowOrder;
import dev.dmt.transfer.shard.ShardEntry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class UnitExportAndLoadTest {
    @TempDir
    Path folder;

    private TransferBench bench;

    @BeforeEach
    void lay_the_bench() {
        bench = new TransferBench(folder);
    }

    @ParameterizedTest
    @EnumSource(ShardCompression.class)
    void what_was_exported_can_be_loaded(ShardCompression compression) {
        bench.compression = compression;
        UnitResult exported = bench.export(FakeReader.of(25)).run();
        assertThat(exported.rowsRead()).isEqualTo(25);
        bench.compression = ShardCompression.NONE;
        UnitResult loaded = bench.load().run();
        assertThat(loaded.rowsWritten()).isEqualTo(25);
        assertThat(bench.keysLoaded())
                .isEqualTo(
                        LongStream.rangeClosed(1, 25).mapToObj(Long::toString).toList());
        assertThat(bench.document("load").status()).isEqualTo(WorkStatus.DONE);
    }

    @Test
    void the_manifest_says_what_each_shard_holds() {
        bench.export(new FakeReader(25, key -> new Object[] {key, key % 2 == 0 ? null : "odd"}))
                .run();
        List<ShardEntry> shards = bench.shards().manifest().orElseThrow().shards();
        assertThat(shards).extracting(ShardEntry::rows).containsExactly(10L, 10L, 5L);
        assertThat(shards.get(0).nonNull()).containsExactly(10L, 5L);
        assertThat(shards.get(2).nonNull()).containsExactly(5L, 3L);
        assertThat(shards.get(1).after()).isEqualTo(shards.get(0).upTo());
        assertThat(shards.get(0).sha256()).hasSize(64);
        assertThat(shards.get(0).storedBytes()).isEqualTo(shards.get(0).bytes());
    }

    @Test
    void exporting_and_loading_twice_changes_nothing() {
        bench.export(FakeReader.of(25)).run();
        FakeReader untouched = FakeReader.of(25);
        assertThat(bench.export(untouched).run().noop()).isTrue();
        assertThat(untouched.opened).isEmpty();
        bench.load().run();
        assertThat(bench.load().run().noop()).isTrue();
        assertThat(bench.ledger.rows).hasSize(25);
        assertThat(bench.export(untouched).run().noop()).isTrue();
    }

    @Test
    void an_export_goes_on_where_it_stopped_and_its_load_waits_for_that() {
        FakeReader failing = new FakeReader(25, key -> {
            if (key == 17) {
                throw new DmtException(ErrorCode.TRANSIENT, "locked");
            }
            return new Object[] {key, "x"};
        });
        assertThat(failure(bench.export(failing)).code()).isEqualTo(ErrorCode.TRANSIENT);
        DmtException refusal = failure(bench.load());
        assertThat(refusal).hasMessageContaining("not complete");
        assertThat(refusal.code()).isEqualTo(ErrorCode.DATA);
        FakeReader rest = FakeReader.of(25);
        bench.export(rest).run();
        assertThat(rest.opened.get(0).after()).hasToString("Optional[i:10]");
        bench.load().run();
        assertThat(bench.ledger.rows).hasSize(25);
    }

    @Test
    void a_load_without_an_export_says_what_to_do() {
        assertThat(failure(bench.load()).context().hint())
                .hasValueSatisfying(h -> assertThat(h).contains("step export"));
    }

    @Test
    void shards_of_another_state_of_the_source_are_refused_by_both() {
        bench.export(FakeReader.of(25)).run();
        bench.fingerprint = "state 2";
        assertThat(failure(bench.load()).code()).isEqualTo(ErrorCode.DATA);
        assertThat(failure(bench.export(FakeReader.of(25))).code()).isEqualTo(ErrorCode.DATA);
        assertThat(bench.ledger.rows).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ShardCompression.class)
    void a_shard_with_one_bit_changed_is_never_loaded(ShardCompression compression) throws IOException {
        bench.compression = compression;
        bench.export(FakeReader.of(25)).run();
        Path second = bench.shards().shard(2, compression);
        byte[] bytes = Files.readAllBytes(second);
        bytes[bytes.length / 2] ^= 1;
        Files.write(second, bytes);
        DmtException failure = failure(bench.load());
        assertThat(failure.code()).isEqualTo(ErrorCode.DATA);
        assertThat(failure).hasMessageContaining("SHA-256");
        assertThat(bench.ledger.rows).hasSize(10);
        assertThat(bench.ledger.claims).isEqualTo(1);
    }

    @Test
    void a_missing_shard_is_named() throws IOException {
        bench.export(FakeReader.of(25)).run();
        Files.delete(bench.shards().shard(3, ShardCompression.NONE));
        assertThat(failure(bench.load())).hasMessageContaining("000003.csv is missing");
    }

    @Test
    void a_load_resumes_from_the_ledger() {
        bench.export(FakeReader.of(45)).run();
        bench.ledger.beforeCommit = load -> {
            if (load == 3) {
                throw new DmtException(ErrorCode.INTERNAL, "killed");
            }
        };
        assertThat(failure(bench.load()).code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(bench.ledger.rows).hasSize(20);
        bench.load().run();
        assertThat(bench.ledger.rows).hasSize(45);
    }

    @Test
    void rows_in_no_order_load_as_one() {
        bench.order = RowOrder.Kind.NONE;
        bench.export(FakeReader.of(25)).run();
        bench.load().run();
        assertThat(bench.ledger.rowsOfLoads).containsExactly(25);
    }

    @Test
    void a_broken_manifest_stops_a_load_and_an_export_and_stays_as_it_is() throws IOException {
        bench.export(FakeReader.of(25)).run();
        Path manifest = bench.shards().manifestFile();
        String whole = Files.readString(manifest);
        String torn = whole.substring(0, whole.length() / 2);
        Files.writeString(manifest, torn);
        assertThat(failure(bench.load()).code()).isEqualTo(ErrorCode.DATA);
        assertThat(failure(bench.export(FakeReader.of(25))).code()).isEqualTo(ErrorCode.DATA);
        assertThat(manifest).hasContent(torn);
    }

    @Test
    void two_exports_of_one_unit_do_not_meet() throws IOException {
        Files.createDirectories(bench.shards().path());
        try (FileChannel channel = FileChannel.open(
                        bench.shards().path().resolve("export.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(failure(bench.export(FakeReader.of(5))).code()).isEqualTo(ErrorCode.LEASE_HELD);
        }
    }

    private static DmtException failure(Task<UnitResult> task) {
        return catchThrowableOfType(DmtException.class, task::run);
    }
}
