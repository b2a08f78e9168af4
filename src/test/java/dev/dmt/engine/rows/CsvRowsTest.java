package dev.dmt.engine.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.EncodeBuffer;
import dev.dmt.engine.WireFormat;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.LogicalType;
import dev.dmt.transfer.csv.CsvEncoder;
import dev.dmt.transfer.csv.FakeCursor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class CsvRowsTest {
    private static final List<WireFormat.Csv> FORMS = List.of(
            WireFormat.CSV,
            WireFormat.CSV.withNulInText(),
            new WireFormat.Csv("\\N", "1", "0", "", "", true),
            new WireFormat.Csv("NULL", "true", "false", "0x", " +00:00", true));

    @Test
    void whatever_the_encoder_wrote_is_given_back() throws IOException {
        Random random = new Random(2026);
        for (int round = 0; round < 300; round++) {
            WireFormat.Csv form = FORMS.get(round % FORMS.size());
            List<LogicalType> types = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                types.add(RandomValues.TYPES.get(random.nextInt(RandomValues.TYPES.size())));
            }
            RandomValues values = new RandomValues(random, form.nulInText());
            List<Object[]> rows = new ArrayList<>();
            for (int i = random.nextInt(60); i > 0; i--) {
                rows.add(types.stream().map(values::next).toArray());
            }
            assertSame(types, rows, form, new ByteArrayInputStream(encode(types, rows, form)));
        }
    }

    @Test
    void it_does_not_matter_in_what_pieces_the_bytes_come() throws IOException {
        Random random = new Random(5);
        List<LogicalType> types = RandomValues.TYPES;
        RandomValues values = new RandomValues(random, false);
        List<Object[]> rows = Stream.generate(
                        () -> types.stream().map(values::next).toArray())
                .limit(400)
                .toList();
        byte[] chunk = encode(types, rows, WireFormat.CSV);
        assertSame(types, rows, WireFormat.CSV, new Dripping(chunk, 1));
        assertSame(types, rows, WireFormat.CSV, new Dripping(chunk, 7));
        assertSame(types, rows, WireFormat.CSV, new Dripping(chunk, 4_099));
    }

    @Test
    void values_of_a_hundred_megabytes_pass(@TempDir Path folder) throws IOException {
        byte[] binary = new byte[50_000_000];
        byte[] text = new byte[10_000_000];
        new Random(1).nextBytes(binary);
        Arrays.fill(text, (byte) 'x');
        for (int i = 0; i < text.length; i += 1_000_003) {
            text[i] = '"';
        }
        List<LogicalType> types = List.of(type("binary"), type("text"), type("integer(32)"));
        Path file = folder.resolve("chunk.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            encode(types, List.<Object[]>of(row(binary, text, 7L), row(null, text, 8L)), WireFormat.CSV, out);
        }
        try (InputStream chunk = Files.newInputStream(file)) {
            CsvRows rows = new CsvRows(chunk, types, WireFormat.CSV);
            assertThat(rows.next()).isTrue();
            assertThat(Arrays.equals(RandomValues.copy(rows.bytes(0)), binary)).isTrue();
            assertThat(Arrays.equals(RandomValues.copy(rows.bytes(1)), text)).isTrue();
            assertThat(rows.next()).isTrue();
            assertThat(rows.isNull(0)).isTrue();
            assertThat(rows.getLong(2)).isEqualTo(8);
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void an_empty_value_is_not_null_and_stays_so_however_often_it_is_asked() throws IOException {
        List<LogicalType> types = List.of(type("text"), type("binary"), type("text"), type("binary"));
        byte[] chunk = encode(types, List.<Object[]>of(row("", new byte[0], null, null)), WireFormat.CSV);
        CsvRows rows = new CsvRows(new ByteArrayInputStream(chunk), types, WireFormat.CSV);
        rows.next();
        for (int i = 0; i < 2; i++) {
            assertThat(List.of(rows.isNull(0), rows.isNull(1), rows.isNull(2), rows.isNull(3)))
                    .containsExactly(false, false, true, true);
            assertThat(rows.bytes(0).length()).isZero();
            assertThat(rows.bytes(1).length()).isZero();
        }
    }

    @Test
    void a_text_that_is_the_null_word_is_not_null() throws IOException {
        WireFormat.Csv form = FORMS.get(2);
        List<LogicalType> types = List.of(type("text"), type("text"));
        byte[] chunk = encode(types, List.<Object[]>of(row("\\N", null)), form);
        CsvRows rows = new CsvRows(new ByteArrayInputStream(chunk), types, form);
        rows.next();
        assertThat(rows.isNull(0)).isFalse();
        assertThat(rows.isNull(1)).isTrue();
    }

    @Test
    void rows_of_one_null_are_rows() throws IOException {
        List<LogicalType> types = List.of(type("integer(32)"));
        byte[] chunk =
                encode(types, List.<Object[]>of(row((Object) null), row(1L), row((Object) null)), WireFormat.CSV);
        CsvRows rows = new CsvRows(new ByteArrayInputStream(chunk), types, WireFormat.CSV);
        int count = 0;
        while (rows.next()) {
            count++;
        }
        assertThat(count).isEqualTo(3);
        assertThat(rows.rowNumber()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer(32)|12x|of row 1, its field 1 is no INTEGER",
                "integer(64)|9223372036854775808|is no INTEGER",
                "integer(64)|-|is no INTEGER",
                "boolean|yes|is no BOOLEAN",
                "date|2024-02|is no DATE",
                "timestamp|2024-02-03|is no TIMESTAMP",
                "timestamp|2024-02-03 04:05:06+00|is no TIMESTAMP",
                "timestamp with zone|2024-02-03 04:05:06|is no TIMESTAMP",
                "time|04:05|is no TIME",
                "float(64)|1.2.3|is no FLOAT",
                "binary|\\xabc|is no BINARY",
                "binary|\\xzz|is no BINARY"
            })
    void a_damaged_value_is_named_by_its_place(String type, String text, String message) {
        CsvRows rows = rows(text + "\n", type);
        assertThat(rows.next()).isTrue();
        assertThatThrownBy(() -> RandomValues.read(rows, 0, type(type)))
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\n", "1,2,3\n", "1,\"a\"b\n"})
    void a_row_of_another_width_is_damaged(String text) {
        assertThatThrownBy(rows(text, "integer(32)", "text")::next)
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA))
                .hasMessageContaining("of row 1, it has too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1,", "1,\"a", "1,\"a\"", "1,\"a\"\""})
    void a_chunk_that_was_cut_is_not_taken_for_a_whole_one(String text) {
        assertThatThrownBy(rows(text, "integer(32)", "text")::next)
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSIENT))
                .hasMessageContaining("behind its row 0");
    }

    private static CsvRows rows(String text, String... types) {
        return new CsvRows(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                Stream.of(types).map(CsvRowsTest::type).toList(),
                WireFormat.CSV);
    }

    private static void assertSame(
            List<LogicalType> types, List<Object[]> expected, WireFormat.Csv form, InputStream chunk) {
        CsvRows rows = new CsvRows(chunk, types, form);
        int number = 0;
        while (rows.next()) {
            for (int column = 0; column < types.size(); column++) {
                Object value = expected.get(number)[column];
                Object read = rows.isNull(column) ? null : RandomValues.read(rows, column, types.get(column));
                assertThat(read).as("row %d, %s", number, types.get(column)).isEqualTo(value);
            }
            number++;
        }
        assertThat(number).isEqualTo(expected.size());
    }

    private static byte[] encode(List<LogicalType> types, List<Object[]> rows, WireFormat.Csv form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        encode(types, rows, form, out);
        return out.toByteArray();
    }

    private static void encode(List<LogicalType> types, List<Object[]> rows, WireFormat.Csv form, OutputStream out)
            throws IOException {
        CsvEncoder encoder = new CsvEncoder(
                types.stream().map(type -> new ColumnRead("c", type, "as_is")).toList(), form);
        EncodeBuffer buffer = new EncodeBuffer();
        buffer.into(out);
        FakeCursor cursor = new FakeCursor(rows.iterator());
        while (cursor.next()) {
            encoder.encode(cursor, buffer);
        }
        buffer.flush();
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private static LogicalType type(String text) {
        return LogicalType.parse(text);
    }

    /** Gives no more than so many bytes at once. */
    private static final class Dripping extends ByteArrayInputStream {
        private final int most;

        Dripping(byte[] bytes, int most) {
            super(bytes);
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(most, length));
        }
    }
}
