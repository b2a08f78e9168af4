package dev.dmt.engine.contract;

import static dev.dmt.engine.contract.ContractTarget.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.Reader;
import dev.dmt.engine.RowCursor;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A read taken up again after any row yields the rest, each once; ranges tell a table's rows apart, each in one. */
@ParameterizedClass
@MethodSource("dev.dmt.engine.contract.TestEngine#all")
class ResumeContractIT {
    private final ContractTarget bench;

    ResumeContractIT(TestEngine engine) {
        bench = ContractTarget.open(engine);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void by_whole_numbers_at_their_edges() {
        everyPlace(
                List.of(Field.required("k", "integer(64)"), Field.of("v", "text(20)")),
                List.of("k"),
                row(Long.MIN_VALUE, "least"),
                row(-1L, "a"),
                row(0L, "b"),
                row(9_007_199_254_740_993L, "c"),
                row(9_007_199_254_740_994L, "d"),
                row(Long.MAX_VALUE, "most"));
    }

    @Test
    void by_texts_to_the_letter() {
        everyPlace(
                List.of(Field.required("k", "text(40)"), Field.of("v", "integer(64)")),
                List.of("k"),
                row("A", 1L),
                row("B", 2L),
                row("Z z", 3L),
                row("_", 4L),
                row("a", 5L),
                row("a b", 6L),
                row("it's", 7L),
                row("z", 8L),
                row("ä", 9L),
                row("😀", 10L));
    }

    @Test
    void by_several_columns() {
        List<Object[]> rows = new ArrayList<>();
        for (String group : List.of("A", "a", "b")) {
            for (long n : new long[] {-5, 0, 7}) {
                rows.add(row(group, n, "v" + n));
            }
        }
        everyPlace(
                List.of(Field.required("g", "text(10)"), Field.required("n", "integer(32)"), Field.of("v", "text(10)")),
                List.of("g", "n"),
                rows.toArray(Object[][]::new));
    }

    @Test
    void by_decimals_with_all_their_digits() {
        everyPlace(
                List.of(Field.required("k", "decimal(38,0)"), Field.of("v", "integer(64)")),
                List.of("k"),
                row("-99999999999999999999999999999999999999", 1L),
                row("18446744073709551615", 2L),
                row("18446744073709551616", 3L),
                row("99999999999999999999999999999999999998", 4L),
                row("99999999999999999999999999999999999999", 5L));
    }

    @Test
    void by_uuids_and_bytes_and_moments() {
        everyPlace(
                List.of(Field.required("k", "uuid"), Field.of("v", "integer(64)")),
                List.of("k"),
                row("00000000-0000-0000-0000-0000000000ff", 1L),
                row("00000000-0000-ff00-0000-000000000000", 2L),
                row("ff000000-0000-0000-0000-000000000000", 3L));
        everyPlace(
                List.of(Field.required("k", "binary(16)"), Field.of("v", "integer(64)")),
                List.of("k"),
                row(new byte[] {0}, 1L),
                row(new byte[] {0, 1}, 2L),
                row(new byte[] {1}, 3L),
                row(new byte[] {(byte) 0xff}, 4L));
        everyPlace(
                List.of(Field.required("k", "timestamp"), Field.of("v", "integer(64)")),
                List.of("k"),
                row(-1L, 1L),
                row(0L, 2L),
                row(1_709_251_199_999_998L, 3L),
                row(1_709_251_199_999_999L, 4L));
    }

    private void everyPlace(List<Field> fields, List<String> key, Object[]... rows) {
        ContractTable table = bench.create("by_" + fields.get(0).type().kind(), fields, key.toArray(String[]::new));
        bench.append(table, rows);
        Reader reader = bench.target().reader();
        List<List<String>> all = bench.rows(table);
        assertThat(all).containsExactlyInAnyOrderElementsOf(bench.expected(table, rows));
        List<KeyTuple> places = new ArrayList<>();
        try (RowCursor cursor = reader.open(bench.reading(table), KeyRange.ALL)) {
            while (cursor.next()) {
                places.add(KeyTuple.parse(cursor.key().toString()));
            }
        }
        for (int i = 0; i < places.size(); i++) {
            KeyRange rest = KeyRange.ALL.resumedAfter(places.get(i));
            assertThat(bench.rows(table, rest)).isEqualTo(all.subList(i + 1, all.size()));
            KeyRange upTo = new KeyRange(Optional.empty(), Optional.of(places.get(i)));
            assertThat(bench.rows(table, upTo)).isEqualTo(all.subList(0, i + 1));
            assertThat(reader.count(bench.reading(table), upTo)).isEqualTo(i + 1);
        }
        for (int parts = 1; parts <= 4; parts++) {
            List<List<String>> pieces = new ArrayList<>();
            List<KeyRange> ranges = reader.partitions(bench.reading(table), parts);
            assertThat(ranges).hasSizeBetween(1, parts);
            assertThat(ranges.get(0).after()).isEmpty();
            assertThat(ranges.get(ranges.size() - 1).upTo()).isEmpty();
            ranges.forEach(range -> pieces.addAll(bench.rows(table, range)));
            assertThat(pieces).isEqualTo(all);
        }
    }

    @Test
    void tables_of_one_row_and_of_none_are_cut_too() {
        for (int rows : new int[] {0, 1}) {
            ContractTable table = bench.create("with_" + rows, List.of(Field.required("k", "integer(64)")), "k");
            bench.append(table, IntStream.range(0, rows).mapToObj(i -> row(5L)).toArray(Object[][]::new));
            List<KeyRange> ranges = bench.target().reader().partitions(bench.reading(table), 4);
            List<List<String>> pieces = new ArrayList<>();
            ranges.forEach(range -> pieces.addAll(bench.rows(table, range)));
            assertThat(pieces).hasSize(rows);
            assertThat(bench.target().reader().count(bench.reading(table), KeyRange.ALL))
                    .isEqualTo(rows);
        }
    }

    @Test
    void a_table_without_a_key_is_read_as_one() {
        ContractTable table = bench.create("keyless", List.of(Field.of("v", "text(10)")));
        bench.append(table, row("a"), row((Object) null), row("a"));
        assertThat(bench.rows(table))
                .containsExactlyInAnyOrderElementsOf(bench.expected(table, row("a"), row((Object) null), row("a")));
        assertThat(bench.target().reader().partitions(bench.reading(table), 4)).hasSize(1);
    }
}
