package dev.dmt.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.EncodeBuffer;
import dev.dmt.engine.RowEncoder;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.WireColumn;
import dev.dmt.engine.WireFormat;
import dev.dmt.schema.LogicalType;
import dev.dmt.testing.TestPostgres;
import dev.dmt.transfer.csv.CsvEncoder;
import dev.dmt.transfer.csv.FakeCursor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value means the same to the server whether it comes as text or in the binary format. */
class BinaryFormatIT {
    private static final DatabaseConfig DATABASE = TestPostgres.newest().freshDatabase();
    private static final long DAY = 86_400_000_000L;

    @Test
    void numbers() throws Exception {
        same("integer(16)", 0L, -1L, 32_767L, -32_768L, null);
        same("integer(32)", 0L, -1L, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE, null);
        same("integer(64)", 0L, Long.MAX_VALUE, Long.MIN_VALUE, null);
        same("boolean", 0L, 1L, null);
        same("float(32)", 0.0, -0.0, 0.1f * 1.0, (double) Float.MAX_VALUE, (double) Float.MIN_VALUE, Double.NaN);
        same("float(64)", 0.1, -0.0, Double.MAX_VALUE, Double.MIN_VALUE, Double.NEGATIVE_INFINITY, Double.NaN, null);
    }

    @Test
    void decimals() throws Exception {
        List<Object> values = new ArrayList<>(List.of(
                "0",
                "-0",
                "0.00",
                "-0.000",
                "1",
                "-1",
                "10000",
                "9999.9999",
                "0.0001",
                "0.00001",
                "100000000",
                "NaN",
                "Infinity",
                "-Infinity",
                "12345678901234567890123456789012345678.90",
                "00012.50",
                "+5",
                ".5",
                "5."));
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            BigInteger digits = new BigInteger(random.nextInt(400), random);
            BigDecimal value = new BigDecimal(digits, random.nextInt(60));
            values.add((random.nextBoolean() ? value : value.negate()).toPlainString());
        }
        values.add("1" + "0".repeat(3_000));
        values.add("0." + "0".repeat(5_000) + "7");
        same("decimal", values.toArray());
        same("decimal(12,2)", "0", "1.005", "-1.004", "9999999999.99", "0.001", null);
    }

    @Test
    void moments() throws Exception {
        long early = -1_000_000 * DAY;
        same("date", 0L, 10_957L, -719_529L, -800_000L, 2_932_896L, null);
        same("time", 0L, 1L, DAY - 1, DAY, null);
        same("timestamp", 0L, 1L, -1L, early, 946_684_800_000_000L, null);
        same("timestamp with zone", 0L, 1L, -1L, early, 4_102_444_800_123_456L, null);
    }

    @Test
    void texts_documents_and_bytes() throws Exception {
        same("text", "", " a ", "né \"x\" \\N \\. \t\r\n,", "\ud83d\ude00", "x".repeat(900_000), null);
        same("text(5)", "", "12345", "ab   ", "12345   ", null);
        same("json", "{\"b\": 1,  \"a\": [1, 2]}", "\"x\"", null);
        same("jsonb", "{\"b\": 1,  \"a\": [1, 2]}", "null", null);
        same("uuid", "01234567-89ab-cdef-0123-456789abcdef", "ffffffff-ffff-ffff-ffff-ffffffffffff", null);
        same("binary", new byte[0], new byte[] {0, 1, (byte) 255}, new byte[700_000], null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "interval", "bits(3)"})
    void types_without_an_exact_field_stay_with_text(String type) {
        assertThat(BinaryFormat.of(List.of(column("integer(32)"), column(type))))
                .isEmpty();
    }

    @Test
    void digits_that_the_server_would_have_to_round_stay_with_text() {
        assertThat(BinaryFormat.of(List.of(
                        new WireColumn(new LogicalType.Timestamp(false, 9), "", "timestamp without time zone"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"integer(16), 40000", "integer(32), -2147483649"})
    void a_number_that_is_too_large_is_a_bad_value_and_leaves_no_trace(String type, long value) throws IOException {
        assertThatThrownBy(() -> binary(type, 1L, value))
                .isInstanceOfSatisfying(
                        BadValueException.class, bad -> assertThat(bad.column()).isZero());
        EncodeBuffer buffer = new EncodeBuffer();
        RowEncoder encoder =
                BinaryFormat.of(List.of(column(type))).orElseThrow().encoder();
        FakeCursor row = FakeCursor.of(new Object[] {value});
        row.next();
        assertThatThrownBy(() -> encoder.encode(row, buffer)).isInstanceOf(BadValueException.class);
        assertThat(buffer.written()).isZero();
    }

    @Test
    void a_nul_character_and_a_float_that_overflows_are_bad_values() {
        assertThatThrownBy(() -> binary("text", "a\0b")).hasMessageContaining("NUL");
        assertThatThrownBy(() -> binary("float(32)", 1e300)).hasMessageContaining("real");
        assertThatThrownBy(() -> binary("uuid", "no uuid")).hasMessageContaining("uuid");
    }

    @Test
    void a_bad_value_behind_a_large_one_is_found_before_anything_leaves() throws IOException {
        List<WireColumn> columns = List.of(column("text"), column("integer(16)"));
        RowEncoder encoder = BinaryFormat.of(columns).orElseThrow().encoder();
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        EncodeBuffer buffer = new EncodeBuffer();
        buffer.into(left);
        FakeCursor row = FakeCursor.of(new Object[] {"y".repeat(2_000_000), 70_000L});
        row.next();
        assertThatThrownBy(() -> encoder.encode(row, buffer)).isInstanceOf(BadValueException.class);
        buffer.flush();
        assertThat(left.size()).isZero();
    }

    /** Loads the values in both forms and compares what the server makes of them. */
    private static void same(String type, @Nullable Object... values) throws Exception {
        String nativeType = column(type).nativeType();
        TestPostgres.execute(DATABASE, "DROP TABLE IF EXISTS by_text, by_binary");
        for (String table : List.of("by_text", "by_binary")) {
            TestPostgres.execute(DATABASE, "CREATE TABLE " + table + " (n bigserial, v " + nativeType + ")");
        }
        load("by_text", WireFormat.CSV, text(type, values));
        load("by_binary", BinaryFormat.of(List.of(column(type))).orElseThrow(), binary(type, values));
        String rows = type.startsWith("float")
                ? "SELECT n, v, v::text FROM "
                : "SELECT n, v::text, octet_length(v::text) FROM ";
        assertThat(TestPostgres.query(DATABASE, rows + "by_binary ORDER BY n"))
                .as(type)
                .hasSize(values.length)
                .isEqualTo(TestPostgres.query(DATABASE, rows + "by_text ORDER BY n"));
    }

    private static void load(String table, WireFormat format, byte[] chunk) throws Exception {
        TableLoad load = new TableLoad(TestTables.table(table, List.of()), List.of("v"), List.of(), false, List.of());
        try (Connection connection = TestPostgres.connect(DATABASE)) {
            new ChunkCopy(connection, load.in(format)).run(new ByteArrayInputStream(chunk));
        }
    }

    private static byte[] binary(String type, @Nullable Object... values) throws IOException {
        return encoded(BinaryFormat.of(List.of(column(type))).orElseThrow().encoder(), values);
    }

    private static byte[] text(String type, @Nullable Object... values) throws IOException {
        return encoded(
                new CsvEncoder(List.of(new ColumnRead("v", LogicalType.parse(type), "as_is")), WireFormat.CSV), values);
    }

    private static byte[] encoded(RowEncoder encoder, @Nullable Object... values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EncodeBuffer buffer = new EncodeBuffer();
        buffer.into(out);
        encoder.begin(buffer);
        FakeCursor cursor = new FakeCursor(
                Stream.of(values).map(value -> new Object[] {value}).iterator());
        while (cursor.next()) {
            encoder.encode(cursor, buffer);
        }
        encoder.end(buffer);
        buffer.flush();
        return out.toByteArray();
    }

    private static WireColumn column(String type) {
        LogicalType logical = LogicalType.parse(type);
        return new WireColumn(
                logical,
                "",
                new PostgresTypes().nativeType(logical, ColumnUse.PLAIN).sql());
    }
}
