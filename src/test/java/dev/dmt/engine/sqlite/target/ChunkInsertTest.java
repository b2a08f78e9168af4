package dev.dmt.engine.sqlite.target;

import static dev.dmt.engine.sqlite.target.FileFixture.advance;
import static dev.dmt.engine.sqlite.target.FileFixture.chunk;
import static dev.dmt.engine.sqlite.target.FileFixture.execute;
import static dev.dmt.engine.sqlite.target.FileFixture.names;
import static dev.dmt.engine.sqlite.target.FileFixture.query;
import static dev.dmt.engine.sqlite.target.FileFixture.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.Advance;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.UnitSession;
import dev.dmt.engine.rows.RandomValues;
import dev.dmt.schema.Key;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class ChunkInsertTest {
    @TempDir
    Path folder;

    private Path file;
    private TargetDatabase target;

    @BeforeEach
    void open() {
        file = folder.resolve("target.db");
        target = FileFixture.open(file);
        target.ledger().ensure();
    }

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void every_value_of_every_type_is_read_back_as_it_was() {
        Random random = new Random(7);
        List<LogicalType> types = Stream.concat(
                        RandomValues.TYPES.stream(),
                        Stream.of(
                                        "decimal(38,1)",
                                        "bits(8)",
                                        "jsonb",
                                        "array(integer(32))",
                                        "geography(4326)",
                                        "text(9)")
                                .map(LogicalType::parse))
                .toList();
        RandomValues values = new RandomValues(random, true);
        List<Object[]> rows = Stream.generate(
                        () -> types.stream().map(values::next).toArray())
                .limit(2_000)
                .toList();
        Table table = table("every \"type\"", types, 0);
        create(table);
        load(table, types, false, rows);
        assertHolds(table, types, rows);
    }

    @Test
    void small_decimals_are_numbers_and_stay_exact() {
        List<LogicalType> types = List.of(LogicalType.parse("decimal(15,4)"), LogicalType.parse("decimal(15,0)"));
        Random random = new Random(3);
        List<Object[]> rows = new ArrayList<>();
        rows.add(row("NaN", "NaN"));
        rows.add(row("0.0001", "999999999999999"));
        rows.add(row("-99999999999.9999", "-1"));
        for (int i = 0; i < 5_000; i++) {
            String digits = random.nextLong(100_000_000_000L) + "." + (random.nextInt(9_999) + 10_000);
            rows.add(row(digits.replaceFirst("\\.1", "."), Long.toString(random.nextLong(1_000_000_000_000_000L))));
        }
        rows.replaceAll(r -> row(plain((String) r[0]), r[1]));
        Table table = table("t", types, 0);
        create(table);
        load(table, types, false, rows);
        assertHolds(table, types, rows);
        assertThat(query(file, "SELECT DISTINCT typeof(c0) FROM t WHERE c0 <> 'NaN' ORDER BY 1"))
                .isSubsetOf("integer", "real");
    }

    private static String plain(String digits) {
        return digits.equals("NaN")
                ? digits
                : new java.math.BigDecimal(digits).stripTrailingZeros().toPlainString();
    }

    @Test
    void a_merge_writes_only_what_differs_and_of_rows_with_one_key_takes_the_last() {
        List<LogicalType> types = Stream.of("integer(64)", "text", "float(64)", "binary")
                .map(LogicalType::parse)
                .toList();
        Table table = table("t", types, 1);
        create(table);
        execute(
                file,
                "CREATE TABLE written (id)",
                "CREATE TRIGGER w1 AFTER INSERT ON t BEGIN INSERT INTO written VALUES (new.c0); END",
                "CREATE TRIGGER w2 AFTER UPDATE ON t BEGIN INSERT INTO written VALUES (new.c0); END");
        byte[] empty = {};
        load(
                table,
                types,
                true,
                List.of(
                        row(1L, "a", 0.0, empty),
                        row(2L, null, null, null),
                        row(1L, "A", 0.0, empty),
                        row(3L, "", 1.0, null)));
        assertThat(query(file, "SELECT id FROM written")).containsExactly("1", "2", "1", "3");
        execute(file, "DELETE FROM written");
        load(table, types, true, List.of(row(1L, "A", 0.0, empty), row(2L, null, null, null), row(3L, "", 1.0, null)));
        assertThat(query(file, "SELECT id FROM written")).isEmpty();
        load(table, types, true, List.of(row(1L, "A ", 0.0, empty), row(2L, "", null, null), row(3L, "", 1.0, empty)));
        load(table, types, true, List.of(row(1L, "A ", -0.0, empty), row(2L, "", Double.NaN, null)));
        assertThat(query(file, "SELECT id FROM written")).containsExactly("1", "2", "3", "1", "2");
        assertHolds(
                table,
                types,
                List.of(row(1L, "A ", -0.0, empty), row(2L, "", Double.NaN, null), row(3L, "", 1.0, empty)));
    }

    @Test
    void a_table_that_is_all_key_is_merged() {
        List<LogicalType> types =
                Stream.of("text", "integer(32)").map(LogicalType::parse).toList();
        Table table = table("t", types, 2);
        create(table);
        for (int i = 0; i < 2; i++) {
            load(table, types, true, List.of(row("a", 1L), row("A", 1L), row("a", 1L)));
        }
        assertThat(query(file, "SELECT c0, c1 FROM t ORDER BY 1")).containsExactly("A|1", "a|1");
    }

    @Test
    void a_table_without_its_key_gets_one_before_rows_are_merged() {
        List<LogicalType> types =
                Stream.of("integer(64)", "text").map(LogicalType::parse).toList();
        execute(file, "CREATE TABLE t (c0 INTEGER, c1 TEXT)", "INSERT INTO t VALUES (1, 'old')");
        Table table = table("t", types, 1);
        create(table);
        Key key = table.primaryKey().orElseThrow();
        for (int i = 0; i < 2; i++) {
            work(target.ddl().createPrimaryKey(table, key));
        }
        load(table, types, true, List.of(row(1L, "new"), row(2L, "two")));
        assertThat(query(file, "SELECT c0, c1 FROM t ORDER BY 1")).containsExactly("1|new", "2|two");
        assertThat(query(file, "SELECT name FROM sqlite_master WHERE type = 'index'"))
                .contains("t_pkey");
    }

    private void create(Table table) {
        work(target.ddl().createTable(table));
    }

    private void work(List<String> statements) {
        try (UnitSession session = target.ledger().claim("run", "ddl", "me/1", Duration.ofMinutes(1))) {
            session.execute(statements, Advance.completed());
        }
    }

    private void load(Table table, List<LogicalType> types, boolean merge, List<Object[]> rows) {
        List<String> key = table.primaryKey().map(Key::columns).orElse(List.of());
        TableLoad load = new TableLoad(table, names(table), types, merge, key);
        try (UnitSession session = target.ledger().claim("run", "load", "me/1", Duration.ofMinutes(1))) {
            assertThat(session.load(load, chunk(types, rows), advance(1))).isEqualTo(rows.size());
        }
    }

    private void assertHolds(Table table, List<LogicalType> types, List<Object[]> rows) {
        List<ColumnRead> columns = IntStream.range(0, types.size())
                .mapToObj(i -> new ColumnRead("c" + i, types.get(i), "as_is"))
                .toList();
        TableRead read = new TableRead(table.name(), columns, new RowOrder(RowOrder.Kind.NONE, List.of()));
        try (RowCursor cursor = target.reader().open(read, KeyRange.ALL)) {
            int number = 0;
            while (cursor.next()) {
                for (int i = 0; i < types.size(); i++) {
                    Object found = cursor.isNull(i) ? null : RandomValues.read(cursor, i, types.get(i));
                    assertThat(found).as("row %d, %s", number, types.get(i)).isEqualTo(rows.get(number)[i]);
                }
                number++;
            }
            assertThat(number).isEqualTo(rows.size());
        }
    }

    private static Object[] row(Object... values) {
        return values;
    }
}
