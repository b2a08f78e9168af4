package dev.dmt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds docs/types-sqlite.md to what the planner does. */
class SqliteTypesPageTest {
    private static final Path PAGE = Path.of("docs/types-sqlite.md");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "INTEGER       | 1                                   | bigint",
                "REAL          | 1.5                                 | double precision",
                "FLOATING POINT | 9007199254740993                   | numeric",
                "NUMERIC       | 1.5                                 | numeric",
                "DECIMAL(10,2) | 1.25                                | numeric(10,2)",
                "DECIMAL(10,2) | 1.255                               | numeric",
                "BOOLEAN       | 1                                   | boolean",
                "BOOLEAN       | 7                                   | bigint",
                "DATE          | '2026-11-21'                        | date",
                "DATETIME      | '2026-11-21 10:00:00'               | timestamp without time zone",
                "DATETIME      | '2026-11-21 10:00:00+02:00'         | timestamp with time zone",
                "TIMESTAMP     | 1795255200                          | timestamp with time zone",
                "DATETIME      | 7                                   | bigint",
                "DATE          | '2026-11-21'), ('yesterday'         | text",
                "TIME          | '10:00:00'                          | time without time zone",
                "TEXT          | 'x'                                 | text",
                "VARCHAR(20)   | 'x'                                 | character varying(20)",
                "VARCHAR(2)    | 'xyz'                               | text",
                "JSON          | '{}'                                | jsonb",
                "JSON          | '{'                                 | text",
                "UUID          | '3f2504e0-4f89-41d3-9a0c-0305e82c3301' | uuid",
                "BLOB          | x'00ff'                             | bytea",
                "\"\"          | 1                                   | bigint",
                "\"\"          | 1.5                                 | double precision",
                "\"\"          | 1), ('x'                            | text"
            })
    void the_page_says_what_the_planner_does(String declared, String values, String expected) throws IOException {
        MigrationPlan plan = new Planning(folder)
                .source("CREATE TABLE t (c " + declared + ")", "INSERT INTO t VALUES (" + values + ")")
                .plan();
        assertThat(plan.tables().get(0).columns())
                .extracting(ColumnPlan::nativeType)
                .containsExactly(expected);
        assertThat(Files.readString(PAGE)).contains("`" + expected + "`");
    }
}
