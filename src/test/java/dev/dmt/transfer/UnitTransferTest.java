package dev.dmt.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dmt.attempt.Task;
import dev.dmt.checkpoint.WorkStatus;
import dev.dmt.config.ShardCompression;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.failpoint.Failpoint;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UnitTransferTest {
    @TempDir
    Path folder;

    private TransferBench bench;

    @BeforeEach
    void lay_the_bench() {
        bench = new TransferBench(folder);
    }

    @AfterEach
    void switch_failpoints_off() {
        Failpoint.enable("");
    }

    @Test
    void moves_every_row_once_in_shards_that_are_removed() {
        UnitResult result = bench.transfer(FakeReader.of(25)).run();
        assertThat(bench.keysLoaded()).isEqualTo(keys(25));
        assertThat(bench.ledger.rowsOfLoads).containsExactly(10, 10, 5);
        assertThat(bench.ledger.row("T").done()).isTrue();
        assertThat(result.noop()).isFalse();
        assertThat(result.rowsWritten()).isEqualTo(25);
        assertThat(bench.shards().path().toFile().list()).containsExactly("manifest.yaml");
        assertThat(bench.shards().manifest().orElseThrow().rows()).isEqualTo(25);
    }

    @Test
    void keeps_the_shards_where_that_is_wanted() {
        bench.keep = true;
        bench.transfer(FakeReader.of(25)).run();
        assertThat(bench.shards().path().toFile().list())
                .containsExactlyInAnyOrder("000001.csv", "000002.csv", "000003.csv", "manifest.yaml");
    }

    @ParameterizedTest
    @EnumSource(ShardCompression.class)
    void shards_pass_through_any_compression(ShardCompression compression) {
        bench.compression = compression;
        bench.transfer(FakeReader.of(25)).run();
        assertThat(bench.keysLoaded()).isEqualTo(keys(25));
    }

    @Test
    void shards_that_were_exported_and_not_loaded_are_used_again() {
        bench.export(FakeReader.of(25)).run();
        FakeReader untouched = FakeReader.of(25);
        bench.transfer(untouched).run();
        assertThat(untouched.opened).isEmpty();
        assertThat(bench.keysLoaded()).isEqualTo(keys(25));
    }

    @Test
    void a_shard_that_is_not_what_was_written_is_exported_again() throws IOException {
        bench.export(FakeReader.of(25)).run();
        Path second = bench.shards().shard(2, ShardCompression.NONE);
        Files.writeString(second, Files.readString(second).replace("row 15", "row 99"));
        FakeReader reader = FakeReader.of(25);
        bench.transfer(reader).run();
        assertThat(reader.opened).containsExactly(new KeyRange(Optional.of(KeyTuple.of(10)), Optional.empty()));
        assertThat(bench.keysLoaded()).isEqualTo(keys(25));
        assertThat(bench.ledger.rows.get(14)).containsExactly("15", "row 15");
    }

    @Test
    void a_shard_that_changes_under_the_loader_is_never_loaded() {
        bench.ledger.afterCommit = load -> {
            if (load == 1) {
                overwrite(bench.shards().shard(2, ShardCompression.NONE));
            }
        };
        bench.export(FakeReader.of(25)).run();
        bench.transfer(FakeReader.of(25)).run();
        assertThat(bench.keysLoaded()).isEqualTo(keys(25));
    }

    @Test
    void a_source_that_changed_in_the_middle_is_refused() {
        bench.ledger.beforeCommit = load -> {
            if (load == 2) {
                throw new DmtException(ErrorCode.INTERNAL, "a bug");
            }
        };
        assertThat(failure(bench.transfer(FakeReader.of(25))).code()).isEqualTo(ErrorCode.INTERNAL);
        bench.fingerprint = "state 2";
        DmtException failure = failure(bench.transfer(FakeReader.of(25)));
        assertThat(failure.code()).isEqualTo(ErrorCode.DATA);
        assertThat(failure.context().hint())
                .hasValueSatisfying(hint -> assertThat(hint).contains("snapshot"));
        assertThat(bench.keysLoaded()).isEqualTo(keys(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shard-before-rename",
                "shard-after-rename",
                "shard-before-rename@3",
                "manifest-before-rename@2",
                "manifest-after-rename@2",
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
        assertThat(bench.shards().path().toFile().list()).containsExactly("manifest.yaml");
    }

    private static void overwrite(Path file) {
        try {
            Files.writeString(file, "7,\"not ours\"\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static DmtException failure(Task<UnitResult> task) {
        return catchThrowableOfType(DmtException.class, task::run);
    }

    private static List<String> keys(long count) {
        return LongStream.rangeClosed(1, count).mapToObj(Long::toString).toList();
    }
}
