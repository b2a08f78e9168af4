package dev.dmt.engine.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.Column;
import dev.dmt.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parser reads must be what SQLite itself has understood. */
class DeclarationAgreementTest {
    private static final List<String> TYPES = List.of(
            "",
            "INT",
            "INTEGER",
            "VARCHAR(10)",
            "DECIMAL ( 10 , 2 )",
            "double precision",
            "UNSIGNED BIG INT",
            "text",
            "[odd type]");
    private static final List<String> CONSTRAINTS = List.of(
            "NOT NULL",
            "NULL",
            "UNIQUE",
            "DEFAULT 1",
            "DEFAULT -2.5e3",
            "DEFAULT + 7",
            "DEFAULT 'a,b)('",
            "DEFAULT \"quoted\"",
            "DEFAULT word",
            "DEFAULT x'00ff'",
            "DEFAULT CURRENT_TIMESTAMP",
            "DEFAULT (datetime('now', '+1 day'))",
            "DEFAULT NULL",
            "DEFAULT TRUE",
            "COLLATE NOCASE",
            "CONSTRAINT \"some name\" CHECK (1 < (2))",
            "CHECK (']' <> '--')",
            "REFERENCES parent ON DELETE CASCADE",
            "REFERENCES \"PARENT\"(id) MATCH SIMPLE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED",
            "CONSTRAINT lonely",
            "/* , comment */",
            "-- ) comment\n");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t(a integer primary key,'b' text, \"c\"\"d\", [e f], `g`, if, generated, always, stored,"
                        + " virtual, key, strict, row, replace, abort, temp, view, asc, desc)",
                "create table t(a int generated always as (b+1) stored, b, c generated always as (b) virtual, d as (b||')'))",
                "create table t(a deferrable, b int generated always)",
                "create table t(a int generated, b)",
                "create table t(a text unique constraint foo, constraint z check(a) constraint w unique(a) )",
                "create table t(a text not null null unique default 1 default 2)",
                "create table t(a constraint c1 constraint c2 not null default null)",
                "create table t(a numeric default .5e3, c default 0x1F, d default +5., e default - 3)",
                "create table t(a text collate nocase primary key, unique(a collate binary)) without rowid, strict",
                "create table t(a, unique('a'), check(t.a>0), check(rowid>0))",
                "create table t(\n  -- the key\n  a integer primary key /* really */,\n  b -- last\n)",
                "create temp table if not exists x(a); create table t(a)",
                "create table t(\"a\" 'my type', b long /*x*/ int, c [foo bar], d int(+5))",
                "create table \"t\"(\"select\" int, \"from\" int, \"primary\" text, \"check\" int check (\"check\" > 0))",
                "create table t(größe int, naïve_col text, 名前 text, a$b int, _c int)",
                "create table t(a any, b blob) strict",
                "create table t as select 1 as a, 'x' as \"b c\", cast(3 as int) as d"
            })
    void odd_but_legal_texts(String sql, @TempDir Path folder) throws SQLException {
        try (SqliteFile file = SqliteFile.in(folder, sql.split("; "))) {
            assertAgreement(file, "t");
        }
    }

    @Test
    void random_declarations_with_random_quoting(@TempDir Path folder) throws SQLException {
        Random random = new Random(20240607);
        try (SqliteFile file = SqliteFile.in(folder, "CREATE TABLE parent(id INTEGER PRIMARY KEY)")) {
            for (int i = 0; i < 150; i++) {
                String name = randomName(random) + i;
                file.run("CREATE TABLE " + quoted(name, random) + "(" + randomColumns(random) + ")");
                if (random.nextInt(4) == 0) {
                    file.run("ALTER TABLE " + quoted(name, random) + " ADD COLUMN " + quoted("added " + i, random)
                            + " INT DEFAULT 0 CHECK (1)");
                    file.run("ALTER TABLE " + quoted(name, random) + " RENAME COLUMN " + quoted("added " + i, random)
                            + " TO " + quoted("renamed'" + i, random));
                }
            }
            for (Table table : file.schema().tables()) {
                assertAgreement(file, table.name().name());
            }
            assertThat(file.omissions("declaration")).isEmpty();
        }
    }

    private static String randomColumns(Random random) {
        List<String> columns = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            StringBuilder column = new StringBuilder(quoted(randomName(random) + i, random));
            column.append(' ').append(TYPES.get(random.nextInt(TYPES.size())));
            int constraints = random.nextInt(5);
            for (int c = 0; c < constraints; c++) {
                column.append(' ').append(CONSTRAINTS.get(random.nextInt(CONSTRAINTS.size())));
            }
            columns.add(column.toString());
        }
        if (random.nextBoolean()) {
            columns.add("CHECK (1)" + (random.nextBoolean() ? "" : " CONSTRAINT x CHECK (2)"));
        }
        return String.join(",", columns);
    }

    private static String randomName(Random random) {
        String letters = "ab Z_-.,()'\"`é名😀%;/*";
        StringBuilder name = new StringBuilder("n");
        int length = random.nextInt(8);
        for (int i = 0; i < length; i++) {
            int[] points = letters.codePoints().toArray();
            name.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return name.toString();
    }

    private static String quoted(String name, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> "\"" + name.replace("\"", "\"\"") + "\"";
            case 1 -> "`" + name.replace("`", "``") + "`";
            default -> "[" + name + "]";
        };
    }

    private static void assertAgreement(SqliteFile file, String name) throws SQLException {
        RawCatalog raw = new CatalogQueries(file.connection()).read();
        String sql = raw.entries().stream()
                .filter(e -> e.name().equals(name))
                .map(e -> String.valueOf(e.sql()))
                .findFirst()
                .orElseThrow();
        TableDeclaration text = TableParser.parse(sql);
        List<RawCatalog.RawColumn> columns = raw.columnsOf(name);

        assertThat(text.notUnderstood()).as(sql).isEmpty();
        assertThat(text.columns()).as(sql).hasSameSizeAs(columns);
        for (int i = 0; i < columns.size(); i++) {
            RawCatalog.RawColumn column = columns.get(i);
            ColumnDeclaration read = text.columns().get(i);
            assertThat(read.name()).as(sql).isEqualTo(column.name());
            assertThat(letters(read.type())).as(sql).isEqualTo(letters(column.type()));
            assertThat(read.generated().isPresent()).as(sql).isEqualTo(column.hidden() > 1);
            assertThat(read.defaultSql().map(DeclarationAgreementTest::letters).orElse(""))
                    .as(sql)
                    .isEqualTo(column.defaultSql() == null ? "" : letters(column.defaultSql()));
            if (!text.options().withoutRowid() && !text.options().strict()) {
                assertThat(read.notNull()).as(sql).isEqualTo(column.notNull());
            }
        }
        assertThat(text.foreignKeys()).as(sql).hasSameSizeAs(raw.foreignKeysOf(name));
        assertThat(file.table(name).columns())
                .extracting(Column::name)
                .containsExactlyElementsOf(
                        columns.stream().map(RawCatalog.RawColumn::name).toList());
    }

    /** Without comments, blanks, case and quotes: there SQLite normalises a type, or does not. */
    private static String letters(String text) {
        StringBuilder out = new StringBuilder();
        for (Token token : Tokenizer.tokenize(text)) {
            out.append(token.value().toLowerCase(java.util.Locale.ROOT).replaceAll("\\s", ""));
        }
        return out.toString();
    }
}
