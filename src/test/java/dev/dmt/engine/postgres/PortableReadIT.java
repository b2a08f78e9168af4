package dev.dmt.engine.postgres;

import static dev.dmt.testing.TestPostgres.execute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.ConfigLoader;
import dev.dmt.config.ConfigRequest;
import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.ByteView;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.ColumnReading;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only PostgreSQL has is read as what stands for it in another engine. */
class PortableReadIT {
    private static final RowOrder NONE = new RowOrder(RowOrder.Kind.NONE, List.of());

    private static final MigrationConfig MIGRATION = ConfigLoader.load(new ConfigRequest(
                    Optional.empty(),
                    Map.of("source.path", "app.db", "target.database", "app", "target.user", "app"),
                    Map.of(),
                    Path.of(".")))
            .migration();

    private final DatabaseConfig config = TestPostgres.newest().freshDatabase();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "integer[] | {1,NULL,3} | array(integer(32)) | [1,null,3]",
                "text[] | {{a,\"b c\"},{\"\",NULL}} | array(text) | [[\"a\",\"b c\"],[\"\",null]]",
                "interval | 1 year -2 days 03:04:05.678 | interval | P1Y-2DT3H4M5.678S",
                "interval day to second(1) | 01:00:00.26 | interval | PT1H0.3S",
                "app.mood | ok | enum mood('sad', 'ok') | ok",
                "app.mood[] | {ok,sad} | array(enum mood('sad', 'ok')) | [\"ok\",\"sad\"]",
                "app.positive | 5 | integer(32) | 5",
                "app.pair | (1,\"x y\") | json | {\"a\":1,\"b\":\"x y\"}",
                "app.pairs | {\"(1,z)\"} | array(json) | [{\"a\":1,\"b\":\"z\"}]",
                "bit(3) | 101 | bits(3) | 101",
                "bit varying | 1 | text | 1",
                "xml | <a>b</a> | xml | <a>b</a>",
                "inet | 10.0.0.1 | text(50) | 10.0.0.1",
                "inet | 10.0.0.0/8 | text(50) | 10.0.0.0/8",
                "cidr | 10.0.0.0/8 | text(50) | 10.0.0.0/8",
                "macaddr | 08:00:2b:01:02:03 | text(17) | 08:00:2b:01:02:03",
                "money | -12.5 | decimal(19,2) | -12.50",
                "oid | 4294967295 | unsigned(32) | 4294967295",
                "numeric(5,-2) | 12345 | decimal(7,0) | 12300",
                "numeric(2,4) | 0.0012 | decimal(4,4) | 0.0012",
                "character(5) | ab | char(5) | ab",
                "time with time zone | 10:00:00.5+02 | text(24) | 10:00:00.5+02",
                "timestamp(3) without time zone | 2020-01-02 03:04:05.678 | timestamp(3) | 1577934245678000",
                "int4range | [1,5) | text | [1,5)",
                "tsvector | a b | text | 'a' 'b'",
                "point | (1,2) | text | (1,2)",
                "\"char\" | x | text(4) | x"
            })
    void a_value_is_read_in_its_portable_form(String declared, String value, String portable, String read) {
        execute(
                config,
                "CREATE SCHEMA app",
                "CREATE TYPE app.mood AS ENUM ('sad', 'ok')",
                "CREATE DOMAIN app.positive AS integer CHECK (VALUE > 0)",
                "CREATE TYPE app.pair AS (a integer, b text)",
                "CREATE DOMAIN app.pairs AS app.pair[]",
                "CREATE TABLE t (v " + declared + ")",
                "INSERT INTO t VALUES ('" + value.replace("'", "''") + "'), (NULL)");
        try (PostgresSource source = PostgresSource.open(config)) {
            Table table = source.describe(name -> true).tables().get(0);
            Column column = table.columns().get(0);
            ColumnProfile profile = source.profile(table).columns().get(0);
            ColumnReading reading = source.types().read(table, column, profile, Optional.empty(), MIGRATION);
            LogicalType type = DeclaredType.portable(reading.type());
            assertThat(type).isEqualTo(LogicalType.parse(portable));
            assertThat(LogicalType.parse(reading.type().toString())).isEqualTo(reading.type());
            TableRead all = new TableRead(table.name(), List.of(new ColumnRead("v", type, reading.form())), NONE);
            try (RowCursor cursor = source.reader().open(all, KeyRange.ALL)) {
                assertThat(cursor.next()).isTrue();
                assertThat(text(cursor, type)).isEqualTo(read);
                assertThat(cursor.next()).isTrue();
                assertThat(cursor.isNull(0)).isTrue();
            }
        }
    }

    @Test
    void a_moment_is_cut_where_the_target_holds_fewer_digits_but_a_key_is_not() {
        execute(
                config,
                "CREATE TABLE t (k timestamp PRIMARY KEY, v time)",
                "INSERT INTO t VALUES ('1969-12-31 23:59:59.999999', '10:00:00.999999')");
        try (PostgresSource source = PostgresSource.open(config)) {
            TableRead read = new TableRead(
                    TableName.of("t"),
                    List.of(
                            new ColumnRead("k", new LogicalType.Timestamp(false, 3), "as_is"),
                            new ColumnRead("v", new LogicalType.Time(0), "as_is")),
                    new RowOrder(RowOrder.Kind.KEY, List.of("k")));
            try (RowCursor cursor = source.reader().open(read, KeyRange.ALL)) {
                cursor.next();
                assertThat(cursor.getLong(0)).isEqualTo(-1000);
                assertThat(cursor.getLong(1)).isEqualTo(36_000_000_000L);
                assertThat(cursor.key().toString()).contains("23:59:59.999999");
            }
        }
    }

    @Test
    void what_no_number_and_no_moment_is_counted_and_carried_as_text() {
        execute(
                config,
                "CREATE TABLE t (d date, n numeric(9,2), f real)",
                "INSERT INTO t VALUES ('infinity', 'NaN', '-infinity'), ('2020-01-01', 1, 1)");
        try (PostgresSource source = PostgresSource.open(config)) {
            DatabaseSchema schema = source.describe(name -> true);
            Table table = schema.tables().get(0);
            List<LogicalType> types = table.columns().stream()
                    .map(column -> source.types()
                            .read(
                                    table,
                                    column,
                                    source.profile(table).columns().stream()
                                            .filter(p -> p.column().equals(column.name()))
                                            .findFirst()
                                            .orElseThrow(),
                                    Optional.empty(),
                                    MIGRATION)
                            .type())
                    .toList();
            assertThat(types)
                    .extracting(Object::toString)
                    .containsExactly(
                            "native(postgres, date) as text", "native(postgres, numeric(9,2)) as text", "float(32)");
        }
    }

    private static String text(RowCursor cursor, LogicalType type) {
        return switch (type.kind()) {
            case INTEGER, TIMESTAMP -> Long.toString(cursor.getLong(0));
            default -> {
                ByteView view = cursor.bytes(0);
                yield new String(view.array(), view.offset(), view.length(), StandardCharsets.UTF_8);
            }
        };
    }
}
