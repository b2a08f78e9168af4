package dev.dmt.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dmt.config.BadRowPolicy;
import dev.dmt.config.TransferVia;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.RowOrder;
import dev.dmt.transfer.csv.FakeCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
@ParameterizedClass
@EnumSource(TransferVia.class)
class BadRowsTest {
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

    @Test
    void by_default_a_bad_row_stops_the_unit_and_is_named() {
        DmtException failure = catchThrowableOfType(DmtException.class, bench.transfer(bad(17))::run);
        assertThat(failure.code()).isEqualTo(ErrorCode.DATA);
        assertThat(failure).hasMessageContaining("table T, column name, row i:17");
        assertThat(failure.context().hint())
                .hasValueSatisfying(
                        hint -> assertThat(hint).contains("quarantine").doesNotContain("migration.types"));
        assertThat(bench.ledger.rows).hasSize(10);
    }

    @Test
    void in_quarantine_the_rest_goes_on_and_the_row_is_in_a_file() throws IOException {
        bench.onBadRow = BadRowPolicy.QUARANTINE;
        UnitResult result = bench.transfer(bad(17, 3)).run();
        assertThat(result.rowsWritten()).isEqualTo(23);
        assertThat(result.rowsRejected()).isEqualTo(2);
        assertThat(result.rowsRead()).isEqualTo(25);
        List<CSVRecord> rejects = rejects("000002.csv");
        assertThat(rejects.get(0).toList()).containsExactly("key", "column", "reason", "id", "name");
        assertThat(rejects.get(1).toList()).startsWith("i:17", "name").endsWith("17", "\\?");
        assertThat(rejects("000001.csv")).hasSize(2);
    }

    @Test
    void a_text_with_a_nul_character_is_shown_in_full() throws IOException {
        bench.onBadRow = BadRowPolicy.QUARANTINE;
        bench.transfer(new FakeReader(5, key -> new Object[] {key, key == 2 ? "\\a\0b" : "good"}))
                .run();
        assertThat(rejects("000001.csv").get(1).get("name")).isEqualTo("\\\\a\0b");
    }

    @Test
    void a_shard_that_is_read_again_lists_its_rejects_once() throws IOException {
        bench.onBadRow = BadRowPolicy.QUARANTINE;
        bench.ledger.beforeCommit = load -> {
            if (load == 2) {
                throw new DmtException(ErrorCode.INTERNAL, "killed");
            }
        };
        assertThat(catchThrowableOfType(DmtException.class, bench.transfer(bad(17, 23))::run))
                .isNotNull();
        bench.shardRows = 20;
        UnitResult result = bench.transfer(bad(17, 23)).run();
        assertThat(result.rowsRejected()).isEqualTo(2);
        try (var files = Files.list(bench.rejects())) {
            assertThat(files.mapToInt(file -> rejectsOf(file).size() - 1).sum()).isEqualTo(2);
        }
    }

    @Test
    void too_many_bad_rows_stop_the_unit() {
        bench.onBadRow = BadRowPolicy.QUARANTINE;
        bench.maxRejects = 2;
        DmtException failure = catchThrowableOfType(DmtException.class, bench.transfer(bad(3, 13, 23))::run);
        assertThat(failure.code()).isEqualTo(ErrorCode.DATA);
        assertThat(failure).hasMessageContaining("more than 2 bad rows");
        assertThat(bench.ledger.row("T").done()).isFalse();
    }

    @Test
    void rows_that_only_the_target_refuses_are_found_and_the_rest_goes_in() throws IOException {
        bench.onBadRow = BadRowPolicy.QUARANTINE;
        bench.ledger.refuses = row -> List.of("11", "12", "18").contains(row.get(0));
        UnitResult result = bench.transfer(
                        new FakeReader(25, key -> new Object[] {key, "two\nlines, \"quoted\"" + key}))
                .run();
        assertThat(result.rowsWritten()).isEqualTo(22);
        assertThat(result.rowsRejected()).isEqualTo(3);
        assertThat(bench.keysLoaded()).hasSize(22).doesNotContain("11", "12", "18");
        List<CSVRecord> rejects = rejects("000002.refused.csv");
        assertThat(rejects.get(3).toList())
                .containsExactly("i:18", "", "not to its taste", "18", "two\nlines, \"quoted\"18");
        assertThat(bench.ledger.rowsOfLoads).containsExactly(10, 7, 5);
    }

    @Test
    void refused_rows_are_found_among_rows_in_no_order_too() {
        bench.onBadRow = BadRowPolicy.QUARANTINE;
        bench.order = RowOrder.Kind.NONE;
        bench.ledger.refuses = row -> row.get(0).equals("25");
        assertThat(bench.transfer(FakeReader.of(25)).run().rowsWritten()).isEqualTo(24);
    }

    @Test
    void without_quarantine_a_refused_row_stops_the_unit() {
        bench.ledger.refuses = row -> row.get(0).equals("25");
        DmtException failure = catchThrowableOfType(DmtException.class, bench.transfer(FakeReader.of(25))::run);
        assertThat(failure).hasMessage("the target refuses a row");
    }

    private static FakeReader bad(long... keys) {
        return new FakeReader(25, key -> {
            for (long bad : keys) {
                if (bad == key) {
                    return new Object[] {key, FakeCursor.BAD};
                }
            }
            return new Object[] {key, "good"};
        });
    }

    private List<CSVRecord> rejects(String file) {
        return rejectsOf(bench.rejects().resolve(file));
    }

    private static List<CSVRecord> rejectsOf(Path file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("key", "column", "reason", "id", "name")
                .get();
        try (CSVParser parser = CSVParser.parse(file, java.nio.charset.StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
