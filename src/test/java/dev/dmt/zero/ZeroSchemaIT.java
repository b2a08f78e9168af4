package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.SampleDatabase;
import dev.dmt.testing.zero.ZeroMigration;
import dev.dmt.testing.zero.ZeroQuery.Answer;
import dev.dmt.testing.zero.ZeroQuery.TableAnswer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dmt writes for Zero is taken by the real one, and its client gets what the source held. */
class ZeroSchemaIT {
    private static final int TABLES = 300;
    private static final int ROWS = 3;

    @TempDir
    Path folder;

    @Test
    void the_quickstart_database_is_served() {
        ZeroMigration migration = ZeroMigration.in(folder, ZeroMigration.freshTarget());
        SampleDatabase.create(migration.source());
        Answer answer = migration.dmt("run", "--yes").accepted();
        assertThat(answer.tables()).hasSizeGreaterThan(5);
        assertThat(related(answer)).isPositive();
        assertSecondRunWritesTheSame(migration);
    }

    @Test
    void three_hundred_tables_are_served() {
        ZeroMigration migration = ZeroMigration.in(folder, ZeroMigration.freshTarget())
                .source(manyTables())
                .dmt("run", "--yes");
        Answer answer = migration.accepted();
        assertThat(answer.tables()).hasSize(TABLES);
        assertThat(answer.tables()).allSatisfy(table -> {
            assertThat(table.rows()).hasSize(ROWS);
            assertThat(table.columns()).hasSize(20);
        });
        // Four keys of each table, there and back; those of the first tables lead to the tables themselves.
        assertThat(answer.tables().stream()
                        .mapToInt(table -> table.relationships().size())
                        .sum())
                .isEqualTo(TABLES * 4 * 2);
        assertThat(related(answer)).isEqualTo((long) TABLES * ROWS * 4 * 2);
    }

    @Test
    void names_may_stay_as_the_database_has_them() {
        ZeroMigration migration = ZeroMigration.in(folder, ZeroMigration.freshTarget(), "naming: database")
                .source(
                        "CREATE TABLE big_things(thing_id INTEGER PRIMARY KEY, long_name TEXT NOT NULL)",
                        "CREATE TABLE parts(part_id INTEGER PRIMARY KEY, thing_id INTEGER REFERENCES big_things)",
                        "INSERT INTO big_things VALUES (1, 'one')",
                        "INSERT INTO parts VALUES (1, 1), (2, NULL)")
                .dmt("run", "--yes");
        Answer answer = migration.accepted();
        assertThat(answer.table("big_things").rows().toString()).isEqualTo("[{\"thing_id\":1,\"long_name\":\"one\"}]");
        assertThat(related(answer)).isEqualTo(2);
    }

    @Test
    void tables_may_be_chosen() {
        ZeroMigration migration = ZeroMigration.in(folder, ZeroMigration.freshTarget(), "tables: [\"*\", \"!secret*\"]")
                .source(
                        "CREATE TABLE open(id INTEGER PRIMARY KEY, secret INTEGER REFERENCES secrets)",
                        "CREATE TABLE secrets(id INTEGER PRIMARY KEY, text TEXT)",
                        "INSERT INTO secrets VALUES (1, 'hush')",
                        "INSERT INTO open VALUES (1, 1)")
                .dmt("run", "--yes");
        Answer answer = migration.accepted();
        assertThat(answer.tables()).extracting(TableAnswer::server).containsExactly("open");
        assertThat(answer.tables().get(0).relationships()).isEmpty();
        assertThat(migration.file("publication.sql")).doesNotContain("secrets");
    }

    private void assertSecondRunWritesTheSame(ZeroMigration migration) {
        String schema = migration.file("schema.ts");
        String publication = migration.file("publication.sql");
        migration.dmt("step", "zero-schema", "--from", "target");
        assertThat(migration.file("schema.ts")).isEqualTo(schema);
        assertThat(migration.file("publication.sql")).isEqualTo(publication);
    }

    private static long related(Answer answer) {
        return answer.tables().stream()
                .flatMap(table -> table.relationships().stream())
                .mapToLong(relationship -> relationship.related())
                .sum();
    }

    /** Each row leads to the row of its own number in four other tables, so that every key has exactly one on either end. */
    private static String[] manyTables() {
        List<String> statements = new ArrayList<>();
        for (int table = 0; table < TABLES; table++) {
            StringBuilder columns = new StringBuilder("id INTEGER PRIMARY KEY");
            for (int key = 1; key <= 4; key++) {
                columns.append(", other_").append(key).append("_id INTEGER NOT NULL REFERENCES table_");
                columns.append((table + key * 7) % TABLES);
            }
            for (int column = 0; column < 15; column++) {
                columns.append(", value_")
                        .append(column)
                        .append(List.of(" TEXT", " REAL", " INTEGER").get(column % 3));
            }
            statements.add("CREATE TABLE table_" + table + "(" + columns + ")");
            for (int row = 1; row <= ROWS; row++) {
                statements.add("INSERT INTO table_" + table + "(id, other_1_id, other_2_id, other_3_id, other_4_id,"
                        + " value_0, value_1) VALUES (" + row + ", " + row + ", " + row + ", " + row + ", " + row
                        + ", 'text', 1.5)");
            }
        }
        return statements.toArray(String[]::new);
    }
}
