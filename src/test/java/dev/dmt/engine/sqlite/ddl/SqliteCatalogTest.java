package dev.dmt.engine.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.Column;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.GeneratedColumn;
import dev.dmt.schema.Key;
import dev.dmt.schema.Omission;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.RowOrder.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.Collation;

class SqliteCatalogTest {
    @TempDir
    private Path folder;

    @Test
    void what_is_no_table_is_named_with_its_reason() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE plain(id INTEGER PRIMARY KEY AUTOINCREMENT, a)",
                "CREATE VIRTUAL TABLE words USING fts5(body, content='')",
                "CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1)",
                "CREATE VIEW seen AS SELECT 1",
                "CREATE VIEW broken AS SELECT absent FROM nowhere",
                "CREATE TRIGGER kept AFTER INSERT ON plain BEGIN SELECT 1; END",
                "ANALYZE")) {
            DatabaseSchema schema = file.schema();

            assertThat(schema.engine()).isEqualTo("sqlite");
            assertThat(schema.version()).matches("3\\.\\d+\\.\\d+");
            assertThat(schema.tables()).extracting(t -> t.name().name()).containsExactly("plain");
            assertThat(file.omissions("view")).containsExactly("broken", "seen");
            assertThat(file.omissions("virtual table")).containsExactly("boxes", "words");
            assertThat(file.omissions("trigger")).containsExactly("kept");
            assertThat(file.omissions("internal table")).contains("sqlite_sequence");
            assertThat(schema.omissions())
                    .filteredOn(o -> o.kind().equals("shadow table"))
                    .hasSizeGreaterThan(5)
                    .allMatch(o -> o.name().startsWith(o.table() + "_"))
                    .extracting(Omission::table)
                    .contains("words", "boxes");
            assertThat(schema.omissions())
                    .filteredOn(o -> o.name().equals("words"))
                    .singleElement()
                    .satisfies(o -> {
                        assertThat(o.reason()).contains("fts5");
                        assertThat(o.remedy()).contains("full-text");
                    });
        }
    }

    @Test
    void a_virtual_table_whose_module_is_missing_stops_nothing() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE plain(a)",
                "PRAGMA writable_schema = ON",
                "INSERT INTO sqlite_schema VALUES ('table', 'ghost', 'ghost', 0,"
                        + " 'CREATE VIRTUAL TABLE ghost USING nosuchmodule(x)')")) {
            file.run("PRAGMA writable_schema = RESET");

            assertThat(file.schema().tables()).hasSize(1);
            assertThat(file.omissions("virtual table")).containsExactly("ghost");
        }
    }

    @Test
    void unwanted_tables_are_not_there_and_nothing_is_said_of_them() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE keep(a)",
                "CREATE TABLE tmp_a(a NOT NULL ON CONFLICT IGNORE)",
                "CREATE VIEW tmp_v AS SELECT 1",
                "CREATE TRIGGER tr AFTER INSERT ON tmp_a BEGIN SELECT 1; END")) {
            DatabaseSchema schema = SqliteCatalog.read(file.connection(), name -> !name.startsWith("tmp_"));

            assertThat(schema.tables()).extracting(t -> t.name().name()).containsExactly("keep");
            assertThat(schema.omissions()).isEmpty();
        }
    }

    @Test
    void only_an_alias_of_the_rowid_is_an_identity() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE a(id INTEGER PRIMARY KEY)",
                "CREATE TABLE b(id INTEGER PRIMARY KEY DESC)",
                "CREATE TABLE c(id INT PRIMARY KEY)",
                "CREATE TABLE d(id INTEGER, PRIMARY KEY(id DESC))",
                "CREATE TABLE e(id INTEGER PRIMARY KEY) WITHOUT ROWID",
                "CREATE TABLE f(id INTEGER, b, PRIMARY KEY(b, id))",
                "CREATE TABLE g(id INT PRIMARY KEY, b TEXT NOT NULL) STRICT")) {
            assertThat(identities(file, "a")).containsExactly("id");
            assertThat(identities(file, "b")).isEmpty();
            assertThat(identities(file, "c")).isEmpty();
            assertThat(identities(file, "d")).containsExactly("id");
            assertThat(identities(file, "e")).isEmpty();
            assertThat(identities(file, "f")).isEmpty();
            assertThat(file.table("a").columns().get(0).nullable()).isFalse();
            assertThat(file.table("b").columns().get(0).nullable()).isTrue();
            assertThat(file.table("c").columns().get(0).nullable()).isTrue();
            assertThat(file.table("e").columns().get(0).nullable()).isFalse();
            assertThat(file.table("f").columns().get(0).nullable()).isTrue();
            assertThat(file.table("g").columns().get(0).nullable()).isFalse();
            assertThat(file.table("f").primaryKey()).contains(new Key("", List.of("b", "id")));
        }
    }

    @Test
    void rows_are_read_by_a_rowid_that_no_column_hides_or_by_a_key() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE plain(a)",
                "CREATE TABLE hides_one(ROWID TEXT)",
                "CREATE TABLE hides_two(rowid TEXT, _rowid_ TEXT)",
                "CREATE TABLE hides_all(rowid TEXT, oid INT, _rowid_ INT)",
                "CREATE TABLE hides_all_keyed(rowid TEXT, oid INT, _rowid_ INT, k INTEGER PRIMARY KEY)",
                "CREATE TABLE hides_all_unique(rowid TEXT NOT NULL UNIQUE, oid INT UNIQUE, _rowid_ INT)",
                "CREATE TABLE hides_all_null(rowid TEXT PRIMARY KEY, oid INT, _rowid_ INT)",
                "CREATE TABLE keyed(a TEXT, b TEXT COLLATE NOCASE, PRIMARY KEY (b, a)) WITHOUT ROWID")) {
            assertThat(file.table("plain").order()).isEqualTo(new RowOrder(Kind.ROWID, List.of("rowid")));
            assertThat(file.table("hides_one").order()).isEqualTo(new RowOrder(Kind.ROWID, List.of("_rowid_")));
            assertThat(file.table("hides_two").order()).isEqualTo(new RowOrder(Kind.ROWID, List.of("oid")));
            assertThat(file.table("hides_all").order()).isEqualTo(new RowOrder(Kind.NONE, List.of()));
            assertThat(file.table("hides_all_keyed").order()).isEqualTo(new RowOrder(Kind.ROWID, List.of("k")));
            assertThat(file.table("hides_all_unique").order()).isEqualTo(new RowOrder(Kind.KEY, List.of("rowid")));
            assertThat(file.table("hides_all_null").order().kind()).isEqualTo(Kind.NONE);
            assertThat(file.table("keyed").order()).isEqualTo(new RowOrder(Kind.KEY, List.of("b", "a")));
        }
    }

    @Test
    void columns_keep_their_order_types_defaults_collations_and_expressions() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE t(z VARCHAR(20) DEFAULT 'x' COLLATE NOCASE, a, g INT AS (length(z)) STORED NOT NULL,"
                        + " v TEXT GENERATED ALWAYS AS (z || '(' ) VIRTUAL, m DECIMAL(10,2) DEFAULT (1+1))",
                "ALTER TABLE t ADD COLUMN late TEXT DEFAULT CURRENT_DATE CHECK (late <> '')",
                "ALTER TABLE t DROP COLUMN a")) {
            assertThat(file.table("t").columns())
                    .containsExactly(
                            column(
                                    "z",
                                    "VARCHAR(20)",
                                    true,
                                    Optional.of("'x'"),
                                    Optional.empty(),
                                    Optional.of("NOCASE")),
                            column("g", "INT", false, Optional.empty(), generated("length(z)", true), Optional.empty()),
                            column("v", "TEXT", true, Optional.empty(), generated("z || '('", false), Optional.empty()),
                            column("m", "DECIMAL(10,2)", true, Optional.of("1+1"), Optional.empty(), Optional.empty()),
                            column(
                                    "late",
                                    "TEXT",
                                    true,
                                    Optional.of("CURRENT_DATE"),
                                    Optional.empty(),
                                    Optional.empty()));
            assertThat(file.table("t").checks())
                    .singleElement()
                    .satisfies(c -> assertThat(c.expressionSql()).isEqualTo("late <> ''"));
        }
    }

    @Test
    void sequences_remember_what_was_given_out() throws SQLException {
        try (SqliteFile file = SqliteFile.in(folder, "CREATE TABLE plain(a)")) {
            assertThat(SqliteCatalog.sequenceFloors(file.connection())).isEmpty();

            file.run(
                    "CREATE TABLE used(id INTEGER PRIMARY KEY AUTOINCREMENT)",
                    "CREATE TABLE fresh(id INTEGER PRIMARY KEY AUTOINCREMENT)",
                    "INSERT INTO used VALUES (41), (9007199254740993)",
                    "DELETE FROM used",
                    "INSERT INTO sqlite_sequence VALUES ('odd', 'text'), (NULL, 1), ('used', 3)");

            assertThat(SqliteCatalog.sequenceFloors(file.connection())).isEqualTo(Map.of("used", 9007199254740993L));
        }
    }

    @Test
    void a_collation_and_a_function_of_somebody_elses_program_stop_nothing() throws SQLException {
        try (SqliteFile file = SqliteFile.in(folder)) {
            Collation.create(file.connection(), "unicase", new Collation() {
                @Override
                protected int xCompare(String left, String right) {
                    return left.compareToIgnoreCase(right);
                }
            });
            file.run(
                    "CREATE TABLE notes(id INTEGER PRIMARY KEY, tag TEXT COLLATE unicase UNIQUE, n INT)",
                    "CREATE TABLE tags(tag TEXT PRIMARY KEY COLLATE unicase, n INT) WITHOUT ROWID",
                    "CREATE INDEX by_tag ON notes(tag DESC, n + 1)",
                    "PRAGMA writable_schema = ON",
                    "UPDATE sqlite_schema SET sql = replace(sql, 'n INT', 'n INT CHECK (their_function(n) > 0)')");
        }
        try (SqliteFile file = SqliteFile.in(folder)) {
            assertThat(file.table("notes").column("tag").orElseThrow().collation())
                    .contains("unicase");
            assertThat(file.table("notes").uniqueKeys()).hasSize(1);
            assertThat(file.table("notes").indexes().get(0).parts().get(0).collation())
                    .contains("unicase");
            assertThat(file.table("notes").checks()).hasSize(1);
            assertThat(file.table("tags").order()).isEqualTo(new RowOrder(Kind.NONE, List.of()));
        }
    }

    @Test
    void a_temporary_table_of_the_same_name_does_not_deceive() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE t(main_one INTEGER PRIMARY KEY, b REFERENCES t)",
                "CREATE INDEX i ON t(b)",
                "CREATE TEMP TABLE t(temporary_one)")) {
            assertThat(file.table("t").columns()).extracting(Column::name).containsExactly("main_one", "b");
            assertThat(file.table("t").indexes()).hasSize(1);
            assertThat(file.table("t").foreignKeys()).hasSize(1);
        }
    }

    @Test
    void conflict_clauses_are_reported() throws SQLException {
        try (SqliteFile file =
                SqliteFile.in(folder, "CREATE TABLE t(a UNIQUE ON CONFLICT REPLACE, b NOT NULL ON CONFLICT ABORT)")) {
            assertThat(file.omissions("conflict clause")).containsExactly("UNIQUE (a) ON CONFLICT REPLACE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16le", "UTF-16be"})
    void every_text_encoding_reads_the_same(String encoding) throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "PRAGMA encoding = '" + encoding + "'",
                "CREATE TABLE größe(名前 TEXT DEFAULT 'ß😀' CHECK (名前 <> 'ü'))")) {
            assertThat(file.table("größe").columns())
                    .containsExactly(
                            column("名前", "TEXT", true, Optional.of("'ß😀'"), Optional.empty(), Optional.empty()));
            assertThat(file.table("größe").checks().get(0).expressionSql()).isEqualTo("名前 <> 'ü'");
        }
    }

    @Test
    void an_empty_database_has_nothing() throws SQLException {
        try (SqliteFile file = SqliteFile.in(folder)) {
            assertThat(file.schema().tables()).isEmpty();
            assertThat(file.schema().omissions()).isEmpty();
        }
    }

    private static List<String> identities(SqliteFile file, String table) {
        return file.table(table).columns().stream()
                .filter(Column::identity)
                .map(Column::name)
                .toList();
    }

    private static Optional<GeneratedColumn> generated(String expression, boolean stored) {
        return Optional.of(new GeneratedColumn(expression, stored));
    }

    private static Column column(
            String name,
            String type,
            boolean nullable,
            Optional<String> defaultSql,
            Optional<GeneratedColumn> generated,
            Optional<String> collation) {
        return new Column(name, type, nullable, defaultSql, false, generated, collation);
    }
}
