package dev.dmt.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as SQLite holds them, and, written out by hand, the type and the text that PostgreSQL holds afterwards. */
class ValueMatrixIT {
    /** One column: its declaration, its values in SQLite's words, and what becomes of both. */
    private record Expected(String declared, List<String> values, String type, List<String> held) {}

    private static final List<Expected> MATRIX = List.of(
            column("INTEGER", "bigint", "-9223372036854775808", "9223372036854775807", "0"),
            column("TINYINT(1)", "bigint", "0", "1", "2"),
            column("UNSIGNED BIG INT", "bigint", "9223372036854775807"),
            new Expected(
                    "INTEGER", List.of("1", "9223372036854775808"), "numeric", List.of("1", "9223372036854776000")),
            new Expected(
                    "REAL",
                    List.of("0.1 + 0.2", "1e-320", "-0.0 * 1", "1e999", "-1e999", "3", "9.3e18"),
                    "double precision",
                    List.of("0.30000000000000004", "1e-320", "0", "Infinity", "-Infinity", "3", "9.3e+18")),
            new Expected(
                    "DECIMAL(10,2)",
                    List.of("1.5", "99999999.99", "2"),
                    "numeric(10,2)",
                    List.of("1.50", "99999999.99", "2.00")),
            new Expected(
                    "NUMERIC",
                    List.of("0.1", "1e15", "9007199254740993"),
                    "numeric",
                    List.of("0.1", "1000000000000000", "9007199254740993")),
            new Expected(
                    "TEXT",
                    List.of(
                            "'12345678901234567890123456789.0123456789'",
                            "'\\.'",
                            "''",
                            "NULL",
                            "'\\N'",
                            "char(128512)"),
                    "text",
                    List.of("12345678901234567890123456789.0123456789", "\\.", "", "∅", "\\N", "😀")),
            new Expected(
                    "TEXT",
                    List.of("'a,\"b\"' || char(13, 10) || '\\.' || char(10) || 'c'", "' a '", "char(9)"),
                    "text",
                    List.of("a,\"b\"\r\n\\.\nc", " a ", "\t")),
            new Expected("VARCHAR(3)", List.of("'abc'", "'äöü'"), "character varying(3)", List.of("abc", "äöü")),
            new Expected("VARCHAR(3)", List.of("'abcd'"), "text", List.of("abcd")),
            new Expected(
                    "BOOLEAN",
                    List.of("1", "0", "'true'", "'NO'", "NULL"),
                    "boolean",
                    List.of("t", "f", "t", "f", "∅")),
            new Expected("BOOLEAN", List.of("0", "2"), "bigint", List.of("0", "2")),
            new Expected(
                    "DATE",
                    List.of("'2024-02-29'", "'0001-01-01'", "'9999-12-31'"),
                    "date",
                    List.of("2024-02-29", "0001-01-01", "9999-12-31")),
            new Expected("DATE", List.of("'2023-02-29'", "'2024-01-01'"), "text", List.of("2023-02-29", "2024-01-01")),
            new Expected("DATE", List.of("'0000-01-01'"), "date", List.of("0001-01-01 BC")),
            new Expected("DATETIME", List.of("'now'", "'today'"), "text", List.of("now", "today")),
            new Expected(
                    "DATETIME",
                    List.of("'2024-02-29 23:59:59'", "'2024-02-29T23:59:59.123456'"),
                    "timestamp without time zone",
                    List.of("2024-02-29 23:59:59", "2024-02-29 23:59:59.123456")),
            new Expected(
                    "DATETIME",
                    List.of("'2024-02-29T23:59:59+05:30'", "'1969-12-31 23:00:00Z'"),
                    "timestamp with time zone",
                    List.of("2024-02-29 18:29:59+00", "1969-12-31 23:00:00+00")),
            new Expected(
                    "TIME",
                    List.of("'23:59:59'", "'00:00'"),
                    "time without time zone",
                    List.of("23:59:59", "00:00:00")),
            new Expected("BLOB", List.of("x''", "x'00ff5c2e'", "NULL"), "bytea", List.of("\\x", "\\x00ff5c2e", "∅")),
            new Expected(
                    "JSON",
                    List.of("'{\"b\": 1, \"a\": [1.50]}'", "'null'"),
                    "jsonb",
                    List.of("{\"a\": [1.50], \"b\": 1}", "null")),
            new Expected("JSON", List.of("'\"\\ud800\"'"), "json", List.of("\"\\ud800\"")),
            new Expected(
                    "UUID",
                    List.of("'6BA7B810-9DAD-11D1-80B4-00C04FD430C8'"),
                    "uuid",
                    List.of("6ba7b810-9dad-11d1-80b4-00c04fd430c8")),
            new Expected("", List.of("1", "'1'", "1.5"), "text", List.of("1", "1", "1.5")),
            new Expected("", List.of("'a'", "x'00'"), "bytea", List.of("\\x61", "\\x00")));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void every_value_arrives_to_the_last_digit(String line) {
        Migration migration =
                Migration.in(folder, line).config("on_misfit: widen").source(statements());

        DmtProcess.Result run = migration.dmt("run");
        assertThat(run.exitStatus()).as(run.err()).isZero();

        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < MATRIX.size(); i++) {
            Expected expected = MATRIX.get(i);
            softly.assertThat(migration.ask("SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                            + " WHERE attrelid = 't" + i + "'::regclass AND attname = 'v'"))
                    .as("type of %s %s", expected.declared(), expected.values())
                    .containsExactly(expected.type());
            softly.assertThat(migration.ask("SELECT v FROM t" + i + " ORDER BY id"))
                    .as("values of %s %s", expected.declared(), expected.values())
                    .isEqualTo(expected.held());
        }
        softly.assertAll();
        DmtProcess.Result checked = migration.dmt("validate", "--checksum");
        assertThat(checked.exitStatus()).as(checked.err()).isZero();
    }

    private static List<String> statements() {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < MATRIX.size(); i++) {
            statements.add("CREATE TABLE t" + i + "(id INTEGER PRIMARY KEY, v "
                    + MATRIX.get(i).declared() + ")");
            for (String value : MATRIX.get(i).values()) {
                statements.add("INSERT INTO t" + i + "(v) VALUES (" + value + ")");
            }
        }
        return statements;
    }

    /** A column whose values look the same on both sides. */
    private static Expected column(String declared, String type, String... values) {
        return new Expected(declared, List.of(values), type, List.of(values));
    }
}
