package dev.dmt.transfer.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.EncodeBuffer;
import dev.dmt.schema.LogicalType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class CsvEncoderTest {
    @Test
    void text_is_quoted_and_null_is_unquoted_and_empty() throws IOException {
        assertThat(encode("text", row("a"), row(""), row((Object) null), row("say \"hi\", twice\r\nnow")))
                .isEqualTo("\"a\"\n\"\"\n\n\"say \"\"hi\"\", twice\r\nnow\"\n");
    }

    @Test
    void a_lone_end_of_data_mark_is_quoted() throws IOException {
        assertThat(encode("text", row("\\."))).isEqualTo("\"\\.\"\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 9, 10, 99, 100, -1_000, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1})
    void whole_numbers_are_their_digits(long value) throws IOException {
        assertThat(encode("integer(64)", row(value))).isEqualTo(value + "\n");
    }

    @Test
    void whole_numbers_of_every_width_are_their_digits() throws IOException {
        Random random = new Random(11);
        StringBuilder expected = new StringBuilder();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            long edge = Integer.MAX_VALUE + (long) i - 10_000;
            for (long value : new long[] {random.nextLong() >> (i % 64), edge, edge * 10, -edge}) {
                rows.add(row(value));
                expected.append(value).append('\n');
            }
        }
        assertThat(encode("integer(64)", rows.toArray(Object[][]::new))).isEqualTo(expected.toString());
    }

    @Test
    void floats_come_back_with_the_same_bits() throws IOException {
        List<Double> values = new ArrayList<>(
                List.of(0.0, -0.0, 1.0, -1.5, 0.1, 0.1 + 0.2, 12.50, 1e-7, 1e22, 1e300, 9007199254740994.0, 2.5));
        values.addAll(List.of(Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, 0.000001, 123456.789012, -99.99));
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            values.add(Double.longBitsToDouble(random.nextLong()));
            values.add(random.nextInt(10_000_000) / 100.0);
            values.add(random.nextGaussian() * 1_000);
        }
        values.removeIf(d -> d.isNaN() || d.isInfinite());
        Object[][] rows = values.stream().map(d -> row(d)).toArray(Object[][]::new);
        List<List<String>> read = readBack(encode("float(64)", rows));
        for (int i = 0; i < values.size(); i++) {
            assertThat(Double.doubleToRawLongBits(Double.parseDouble(read.get(i).get(0))))
                    .as("%s", values.get(i))
                    .isEqualTo(Double.doubleToRawLongBits(values.get(i)));
        }
    }

    @Test
    void floats_that_are_no_numbers_have_their_names() throws IOException {
        assertThat(encode(
                        "float(64)",
                        row(Double.NaN),
                        row(Double.POSITIVE_INFINITY),
                        row(Double.NEGATIVE_INFINITY),
                        row(-0.0),
                        row(12.5)))
                .isEqualTo("NaN\nInfinity\n-Infinity\n-0\n12.5\n");
    }

    @Test
    void booleans_decimals_uuids_json_and_binary_have_their_forms() throws IOException {
        assertThat(encode("boolean", row(1L), row(0L))).isEqualTo("t\nf\n");
        assertThat(encode("decimal(12,2)", row("-12.50"), row("NaN"))).isEqualTo("-12.50\nNaN\n");
        assertThat(encode("uuid", row("6f1e2a3b-0000-4000-8000-000000000001")))
                .isEqualTo("\"6f1e2a3b-0000-4000-8000-000000000001\"\n");
        assertThat(encode("json", row("{\"a\":1}"))).isEqualTo("\"{\"\"a\"\":1}\"\n");
        assertThat(encode("binary", row((Object) new byte[] {0, 15, (byte) 0xff}), row((Object) new byte[0])))
                .isEqualTo("\\x000fff\n\\x\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01,1970-01-01",
        "2000-02-29,2000-02-29",
        "1900-02-28,1900-02-28",
        "0001-01-01,0001-01-01",
        "9999-12-31,9999-12-31",
        "+12345-06-07,12345-06-07",
        "0000-12-31,'\"0001-12-31 BC\"'",
        "-0043-03-15,'\"0044-03-15 BC\"'"
    })
    void dates_are_written_with_the_year_first(String date, String expected) throws IOException {
        assertThat(encode("date", row(LocalDate.parse(date).toEpochDay()))).isEqualTo(expected + "\n");
    }

    @Test
    void every_day_of_many_years_is_the_calendars() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            LocalDate date = LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_650_000));
            assertThat(encode("date", row(date.toEpochDay()))).isEqualTo(date + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,1970-01-01 00:00:00",
        "1,1970-01-01 00:00:00.000001",
        "-1,1969-12-31 23:59:59.999999",
        "1700000000123000,2023-11-14 22:13:20.123000",
        "-62135596800000000,0001-01-01 00:00:00"
    })
    void timestamps_count_microseconds(long micros, String expected) throws IOException {
        assertThat(encode("timestamp", row(micros))).isEqualTo(expected + "\n");
        assertThat(encode("timestamp with zone", row(micros))).isEqualTo(expected + "+00\n");
    }

    @Test
    void timestamps_before_christ_are_quoted() throws IOException {
        long micros = LocalDate.of(-43, 3, 15).getLong(ChronoField.EPOCH_DAY) * 86_400_000_000L + 1_000_000L;
        assertThat(encode("timestamp with zone", row(micros))).isEqualTo("\"0044-03-15 00:00:01+00 BC\"\n");
    }

    @Test
    void times_go_up_to_the_end_of_the_day() throws IOException {
        assertThat(encode("time", row(0L), row(86_399_999_999L), row(86_400_000_000L)))
                .isEqualTo("00:00:00\n23:59:59.999999\n24:00:00\n");
    }

    @Test
    void a_row_with_a_bad_value_leaves_no_trace() throws IOException {
        EncodeBuffer buffer = new EncodeBuffer();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        buffer.into(out);
        CsvEncoder encoder = encoder("integer", "text");
        FakeCursor cursor = FakeCursor.of(row(1L, "a"), row(2L, FakeCursor.BAD), row(3L, "nul\0"), row(4L, null));
        cursor.next();
        encoder.encode(cursor, buffer);
        for (int i = 0; i < 2; i++) {
            cursor.next();
            assertThatThrownBy(() -> encoder.encode(cursor, buffer)).isInstanceOf(BadValueException.class);
        }
        cursor.next();
        encoder.encode(cursor, buffer);
        buffer.flush();
        assertThat(out).asString().isEqualTo("1,\"a\"\n4,\n");
        assertThat(encoder.takeNonNullCounts()).containsExactly(2L, 1L);
        assertThat(encoder.takeNonNullCounts()).containsExactly(0L, 0L);
    }

    @Test
    void a_large_row_passes_in_pieces_through_a_small_buffer() throws IOException {
        byte[] large = new byte[30_000_000];
        Arrays.fill(large, (byte) '"');
        long[] passed = {0, 0};
        EncodeBuffer buffer = new EncodeBuffer();
        buffer.into(new OutputStream() {
            @Override
            public void write(int b) {
                passed[0]++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                passed[0] += len;
                passed[1] = Math.max(passed[1], len);
            }
        });
        FakeCursor cursor = FakeCursor.of(row(large, 7L, large));
        cursor.next();
        encoder("text", "integer", "binary").encode(cursor, buffer);
        buffer.flush();
        assertThat(passed[0]).isEqualTo(60_000_002L + 3 + 60_000_002L + 1);
        assertThat(passed[1]).isLessThan(2_000_000L);
    }

    @Test
    void a_bad_value_behind_a_large_one_is_found_before_anything_has_left() throws IOException {
        byte[] large = new byte[1_000_000];
        Arrays.fill(large, (byte) 'x');
        for (Object bad : List.of(FakeCursor.BAD, "nul\0")) {
            EncodeBuffer buffer = new EncodeBuffer();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            buffer.into(out);
            FakeCursor cursor = FakeCursor.of(row(large, bad));
            cursor.next();
            assertThatThrownBy(() -> encoder("text", "text").encode(cursor, buffer))
                    .isInstanceOf(BadValueException.class);
            buffer.flush();
            assertThat(out.size()).isZero();
        }
    }

    @Test
    void an_independent_reader_sees_the_values_that_were_written() throws IOException {
        Random random = new Random(3);
        List<Object[]> rows = new ArrayList<>();
        String alphabet = "ab\",\\.\n\r\t ñ漢😀'N";
        for (int i = 0; i < 2_000; i++) {
            rows.add(row(
                    randomText(random, alphabet),
                    random.nextInt(4) == 0 ? null : random.nextLong(),
                    randomText(random, alphabet)));
        }
        List<List<String>> read = readBack(encodeAll(encoder("text", "integer", "text"), rows));
        assertThat(read).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            Object[] row = rows.get(i);
            assertThat(read.get(i))
                    .isEqualTo(
                            Arrays.asList((String) row[0], row[1] == null ? null : row[1].toString(), (String) row[2]));
        }
    }

    private static Object randomText(Random random, String alphabet) {
        if (random.nextInt(5) == 0) {
            return null;
        }
        int[] points = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private static CsvEncoder encoder(String... types) {
        List<ColumnRead> columns = new ArrayList<>();
        for (String type : types) {
            columns.add(new ColumnRead("c" + columns.size(), LogicalType.parse(type), "as_is"));
        }
        return new CsvEncoder(columns, dev.dmt.engine.WireFormat.CSV);
    }

    private static String encode(String type, Object[]... rows) throws IOException {
        return encodeAll(encoder(type), List.of(rows));
    }

    private static String encodeAll(CsvEncoder encoder, List<Object[]> rows) throws IOException {
        EncodeBuffer buffer = new EncodeBuffer();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        buffer.into(out);
        FakeCursor cursor = new FakeCursor(rows.iterator());
        while (cursor.next()) {
            encoder.encode(cursor, buffer);
        }
        buffer.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<List<String>> readBack(String csv) throws IOException {
        List<List<String>> read = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.POSTGRESQL_CSV)) {
            parser.forEach(csvRecord -> {
                List<String> values = new ArrayList<>();
                Collections.addAll(values, csvRecord.values());
                read.add(values);
            });
        }
        return read;
    }
}
