package dev.dmt.engine.postgres;

import static dev.dmt.testing.TestPostgres.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.Advance;
import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;
import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.UnitSession;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"newest", "retired"})
class PostgresReaderIT {
    private static final RowOrder NONE = new RowOrder(RowOrder.Kind.NONE, List.of());

    private final DatabaseConfig config;
    private final PostgresTarget target;

    PostgresReaderIT(String line) {
        config = TestPostgres.line(line).freshDatabase();
        target = PostgresTarget.open(config, 2);
        target.ledger().ensure();
    }

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void every_type_comes_back_as_it_went_in() {
        roundTrip("boolean", "t", "1", "f", "0");
        roundTrip("integer(16)", "-32768", "-32768", "32767", "32767");
        roundTrip("integer(32)", "-2147483648", "-2147483648", "2147483647", "2147483647");
        roundTrip("integer(64)", "-9223372036854775808", "-9223372036854775808");
        roundTrip("integer(64)", "9223372036854775807", "9223372036854775807", "0", "0");
        roundTrip("decimal", "0.00000000000000000000000000000000012300", "0.00000000000000000000000000000000012300");
        roundTrip("decimal", "123456789012345678901234567890", "123456789012345678901234567890", "-1e3", "-1000");
        roundTrip("decimal", "NaN", "NaN", "Infinity", "Infinity", "-Infinity", "-Infinity");
        roundTrip("decimal(10,2)", "-12345678.90", "-12345678.90", "0", "0.00");
        roundTrip("float(64)", "0.1", "0.1", "-0.0", "-0.0", "5e-324", "4.9E-324", "NaN", "NaN");
        roundTrip("float(64)", "1.7976931348623157e308", "1.7976931348623157E308", "-Infinity", "-Infinity");
        roundTrip("float(32)", "0.5", "0.5", "Infinity", "Infinity");
        roundTrip("text", "\"\"", "", "\"ä😀 \"", "ä😀 ", "\"a\nb\"", "a\nb");
        roundTrip("text(5)", "\"ab   \"", "ab   ");
        roundTrip("binary", "\\x", "", "\\x00ff5c0a", "00ff5c0a");
        roundTrip("date", "1970-01-01", "0", "1969-12-31", "-1", "9999-12-31", "2932896", "0001-01-01", "-719162");
        roundTrip("time", "00:00:00", "0", "23:59:59.999999", "86399999999", "24:00:00", "86400000000");
        roundTrip("timestamp", "1970-01-01 00:00:00", "0", "1969-12-31 23:59:59.999999", "-1");
        roundTrip("timestamp", "9999-12-31 23:59:59.999999", "253402300799999999");
        roundTrip("timestamp with zone", "2000-01-01 00:00:00+02", "946677600000000");
        roundTrip("uuid", "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");
        roundTrip("json", "\"{\"\"b\"\": 1,  \"\"a\"\":[]}\"", "{\"b\": 1,  \"a\":[]}");
        roundTrip("jsonb", "\"{\"\"b\"\": 1,  \"\"a\"\":[]}\"", "{\"a\": [], \"b\": 1}");
    }

    @Test
    void an_infinite_date_is_a_bad_value_and_the_cursor_goes_on() {
        execute(
                config,
                "CREATE TABLE t AS SELECT 'infinity'::date AS d, 'infinity'::timestamp AS s UNION ALL SELECT '1970-01-02', '1970-01-01'");
        try (RowCursor cursor = open(TestTables.read(
                "t", NONE, TestTables.columnRead("d", "date"), TestTables.columnRead("s", "timestamp")))) {
            assertThat(cursor.next()).isTrue();
            assertThatThrownBy(() -> cursor.getLong(0)).isInstanceOf(BadValueException.class);
            assertThatThrownBy(() -> cursor.getLong(1)).isInstanceOf(BadValueException.class);
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.getLong(0)).isEqualTo(1);
            assertThat(cursor.next()).isFalse();
        }
    }

    @Test
    void keys_order_by_bytes_and_ranges_meet_without_overlap() {
        execute(
                config,
                "CREATE TABLE t (a text, n bigint, PRIMARY KEY (a, n))",
                "INSERT INTO t VALUES ('B', 1), ('a', 2), ('a', -3), ('Z''\\', 4), ('ä', 5), ('', 6)");
        TableRead read = TestTables.read(
                "t",
                TestTables.keyOrder("a", "n"),
                TestTables.columnRead("n", "integer(64)"),
                TestTables.columnRead("a", "text"));
        List<String> all = keys(read, KeyRange.ALL);
        assertThat(all).containsExactly("t:,i:6", "t:B,i:1", "t:Z'\\,i:4", "t:a,i:-3", "t:a,i:2", "t:ä,i:5");
        for (int parts : new int[] {1, 2, 4, 9}) {
            List<KeyRange> ranges = target.reader().partitions(read, parts);
            assertThat(ranges).hasSizeLessThanOrEqualTo(parts);
            assertThat(ranges.stream().flatMap(range -> keys(read, range).stream()))
                    .containsExactlyElementsOf(all);
        }
        KeyRange rest = KeyRange.ALL.resumedAfter(KeyTuple.parse("t:a,i:-3"));
        assertThat(keys(read, rest)).containsExactly("t:a,i:2", "t:ä,i:5");
        assertThat(target.reader().count(read, rest)).isEqualTo(2);
    }

    @Test
    void keys_of_every_type_can_be_resumed_after() {
        execute(
                config,
                "CREATE TABLE t (u uuid, d date, s timestamptz, x numeric, b bytea, f float8, o boolean, q time)",
                "INSERT INTO t SELECT ('00000000-0000-0000-0000-00000000000' || i)::uuid, date '2000-01-01' + i,"
                        + " timestamptz '2000-01-01 00:00:00.000001+00' + i * interval '1 s', i / 10.0,"
                        + " decode('0' || i, 'hex'), i / 4.0::float8, i > 2, time '10:00' + i * interval '1 s'"
                        + " FROM generate_series(1, 4) AS i");
        for (String key : List.of(
                "u uuid", "d date", "s timestamp with zone", "x decimal", "b binary", "f float(64)", "q time")) {
            int space = key.indexOf(' ');
            String name = key.substring(0, space);
            TableRead read = TestTables.read(
                    "t", TestTables.keyOrder(name), TestTables.columnRead(name, key.substring(space + 1)));
            List<String> all = keys(read, KeyRange.ALL);
            KeyRange rest = KeyRange.ALL.resumedAfter(KeyTuple.parse(all.get(1)));
            assertThat(keys(read, rest)).as(key).containsExactlyElementsOf(all.subList(2, 4));
        }
    }

    @Test
    void closing_in_the_middle_gives_the_connection_back() {
        execute(config, "CREATE TABLE t AS SELECT i AS n, repeat('x', 100) AS v FROM generate_series(1, 100000) AS i");
        TableRead read = TestTables.read("t", NONE, TestTables.columnRead("n", "integer(64)"));
        for (int i = 0; i < 8; i++) {
            try (RowCursor cursor = open(read)) {
                assertThat(cursor.next()).isTrue();
            }
        }
        assertThat(target.reader().count(read, KeyRange.ALL)).isEqualTo(100_000);
        execute(config, "TRUNCATE t");
        try (RowCursor cursor = open(read)) {
            assertThat(cursor.next()).isFalse();
            assertThat(cursor.next()).isFalse();
        }
    }

    private List<String> keys(TableRead read, KeyRange range) {
        List<String> keys = new ArrayList<>();
        try (RowCursor cursor = target.reader().open(read, range)) {
            while (cursor.next()) {
                keys.add(cursor.key().toString());
            }
        }
        return keys;
    }

    private RowCursor open(TableRead read) {
        return target.reader().open(read, KeyRange.ALL);
    }

    /** Pairs of what goes into COPY and what the cursor says; a NULL goes along each time. */
    private void roundTrip(String type, String... pairs) {
        LogicalType logical = LogicalType.parse(type);
        Table table = TestTables.table(
                "r",
                List.of(TestTables.column(
                        "v", target.types().nativeType(logical, ColumnUse.PLAIN).sql())));
        String[] lines = Stream.iterate(0, i -> i < pairs.length, i -> i + 2)
                .map(i -> pairs[i])
                .toArray(String[]::new);
        try (UnitSession session = target.ledger().claim("run", "r", "h/1/x", Duration.ofMinutes(1))) {
            session.execute(target.ddl().dropTable(table), Advance.completed());
            session.execute(target.ddl().createTable(table), Advance.completed());
            TableLoad load = new TableLoad(table, List.of("v"), List.of(), false, List.of());
            session.load(load, TestTables.lines(lines), Advance.completed());
            session.load(load, TestTables.lines(""), Advance.completed());
        }
        try (RowCursor cursor = open(TestTables.read("r", NONE, TestTables.columnRead("v", type)))) {
            for (int i = 1; i < pairs.length; i += 2) {
                assertThat(cursor.next()).isTrue();
                assertThat(said(cursor, logical)).as(type).isEqualTo(pairs[i]);
            }
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.isNull(0)).isTrue();
            assertThat(cursor.next()).isFalse();
        }
    }

    private static String said(RowCursor cursor, LogicalType type) {
        assertThat(cursor.isNull(0)).isFalse();
        return switch (type.kind()) {
            case BOOLEAN, INTEGER, DATE, TIME, TIMESTAMP -> Long.toString(cursor.getLong(0));
            case FLOAT -> Double.toString(cursor.getDouble(0));
            case DECIMAL, TEXT, UUID, JSON, INTERVAL, XML, ENUMERATION, SET, BITS, ARRAY, NATIVE, UNKNOWN ->
                text(cursor.bytes(0));
            case BINARY, GEOMETRY, ROW_VERSION -> {
                ByteView view = cursor.bytes(0);
                yield HexFormat.of().formatHex(view.array(), view.offset(), view.offset() + view.length());
            }
        };
    }

    private static String text(ByteView view) {
        return new String(view.array(), view.offset(), view.length(), StandardCharsets.UTF_8);
    }
}
