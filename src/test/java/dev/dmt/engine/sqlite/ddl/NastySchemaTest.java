package dev.dmt.engine.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.Check;
import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything at once that a schema may do to whoever reads it. */
class NastySchemaTest {
    private static final String NASTY = "CREATE TABLE \"odd \"\"table\"\", (really)\" ( -- a comment, with ) in it\n"
            + "  [rowid] TEXT /* hides */ DEFAULT 'a -- b',\n"
            + "  `oid` integer not null default (( 1 ) + length('),(')) check(oid > 0) constraint \"un ique\" unique,\n"
            + "  'quoted' \"VARCHAR\" (10) collate \"nocase\" default \"d\"\"q\",\n"
            + "  \"check\" int, \"references\" text references \"odd \"\"TABLE\"\", (REALLY)\" (OID) on delete set default\n"
            + "     deferrable initially deferred not null on conflict fail,\n"
            + "  g as (case when \"check\" in (1, 2) then ')' else x'2c' end) virtual,\n"
            + "  id integer, CONSTRAINT pk PRIMARY KEY (id AUTOINCREMENT)\n"
            + "  CONSTRAINT c1 CHECK (\"check\" <> 'a'')' and [rowid] like '%,%')\n"
            + "  CHECK (id between 1 and 9) -- done\n)";

    @TempDir
    private Path folder;

    @Test
    void a_nasty_table_is_read_to_the_last_word() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                NASTY,
                "ALTER TABLE \"odd \"\"table\"\", (really)\" ADD COLUMN late REAL DEFAULT -1.5 CHECK (late < 9)",
                "CREATE INDEX \"in \"\"dex\" ON \"odd \"\"table\"\", (really)\"(late DESC, ((\"check\") + 1)) WHERE \"quoted\" <> ' WHERE '")) {
            Table table = file.table("odd \"table\", (really)");

            assertThat(table.columns())
                    .extracting(Column::name)
                    .containsExactly("rowid", "oid", "quoted", "check", "references", "g", "id", "late");
            assertThat(table.column("oid").orElseThrow().defaultSql()).contains("( 1 ) + length('),(')");
            assertThat(table.column("quoted").orElseThrow().collation()).contains("nocase");
            assertThat(table.column("g").orElseThrow().generated().orElseThrow().expressionSql())
                    .isEqualTo("case when \"check\" in (1, 2) then ')' else x'2c' end");
            assertThat(table.column("id").orElseThrow().identity()).isTrue();
            assertThat(table.primaryKey().orElseThrow().name()).isEqualTo("pk");
            assertThat(table.uniqueKeys())
                    .singleElement()
                    .satisfies(k -> assertThat(k.name()).isEqualTo("un ique"));
            assertThat(table.checks())
                    .containsExactly(
                            new Check("", "oid > 0"),
                            new Check("", "late < 9"),
                            new Check("c1", "\"check\" <> 'a'')' and [rowid] like '%,%'"),
                            new Check("", "id between 1 and 9"));
            assertThat(table.foreignKeys()).singleElement().satisfies(k -> {
                assertThat(k.initiallyDeferred()).isTrue();
                assertThat(k.referencedTable().name()).isEqualTo("odd \"table\", (really)");
                assertThat(k.referencedColumns()).containsExactly("oid");
            });
            assertThat(table.indexes()).singleElement().satisfies(i -> {
                assertThat(i.predicateSql()).contains("\"quoted\" <> ' WHERE '");
                assertThat(i.parts().get(1).text()).isEqualTo("((\"check\") + 1)");
            });
            assertThat(table.order()).isEqualTo(new RowOrder(RowOrder.Kind.ROWID, List.of("_rowid_")));
            assertThat(file.omissions("conflict clause")).containsExactly("NOT NULL of references ON CONFLICT FAIL");
            assertThat(file.omissions("declaration")).isEmpty();
        }
    }

    @Test
    void no_text_makes_a_parser_fail() {
        Random random = new Random(99);
        String junk = "(),'\"`[]-*/;xX'0aé.|<>!= \n?@";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(NASTY);
            for (int change = random.nextInt(6); change >= 0; change--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, junk.charAt(random.nextInt(junk.length())));
                }
            }
            String sql = text.toString();
            assertThatCode(() -> {
                        TableParser.parse(sql);
                        IndexParser.parse(sql.replace("TABLE", "INDEX"));
                        SqliteExpressions.parseDefault(sql.substring(40));
                        VirtualModule.of(sql.replace("CREATE", "CREATE VIRTUAL"));
                    })
                    .as(sql)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void wide_and_many_tables_are_read_quickly() throws SQLException {
        try (SqliteFile file = SqliteFile.in(folder, "PRAGMA synchronous = OFF", "BEGIN")) {
            StringBuilder wide = new StringBuilder("CREATE TABLE wide(id INTEGER PRIMARY KEY");
            for (int i = 1; i < 2000; i++) {
                wide.append(", column_")
                        .append(i)
                        .append(" TEXT NOT NULL DEFAULT 'x' CHECK (column_")
                        .append(i)
                        .append(" <> '')");
            }
            file.run(wide.append(')').toString());
            for (int i = 0; i < 1500; i++) {
                file.run(
                        "CREATE TABLE many_" + i + "(id INTEGER PRIMARY KEY, a TEXT UNIQUE, b INT REFERENCES many_"
                                + Math.max(0, i - 1) + ", c TEXT)",
                        "CREATE INDEX many_" + i + "_c ON many_" + i + "(c) WHERE b > 0");
            }
            file.run("COMMIT");
            long start = System.nanoTime();
            List<Table> tables = file.schema().tables();
            long milliseconds = (System.nanoTime() - start) / 1_000_000;

            assertThat(tables).hasSize(1501);
            assertThat(tables.get(tables.size() - 1).columns()).hasSize(2000);
            assertThat(tables)
                    .flatExtracting(Table::foreignKeys)
                    .extracting(ForeignKey::columns)
                    .hasSize(1500);
            assertThat(milliseconds).isLessThan(10_000);
        }
    }

    @Test
    void a_schema_that_sqlite_itself_cannot_read_is_a_data_error() throws SQLException, IOException {
        Path file = folder.resolve("no.db");
        Files.writeString(file, "SQLite format 3\0 and then nothing of the kind".repeat(100));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThatThrownBy(() -> SqliteCatalog.read(connection, name -> true))
                    .isInstanceOfSatisfying(
                            DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA));
        }
    }
}
