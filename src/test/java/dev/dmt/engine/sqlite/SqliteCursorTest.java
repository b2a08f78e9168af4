package dev.dmt.engine.sqlite;

import static dev.dmt.engine.sqlite.SqliteFixture.key;
import static dev.dmt.engine.sqlite.SqliteFixture.read;
import static dev.dmt.engine.sqlite.SqliteFixture.rowid;
import static dev.dmt.engine.sqlite.SqliteFixture.rows;
import static dev.dmt.engine.sqlite.SqliteFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.RowCursor;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.RowOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteCursorTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("app.db");
    }

    private List<String> all(TableRead read) {
        try (SourceDatabase source = SqliteFixture.open(file)) {
            return rows(source, read, KeyRange.ALL);
        }
    }

    @Test
    void every_storage_class_is_read_or_refused_by_every_type() {
        run(
                file,
                "CREATE TABLE t(c)",
                "INSERT INTO t VALUES (1), (-9223372036854775808), (9223372036854775807), (1.5), (9e999), (-9e999),"
                        + " (9.3e18), (-0.0), ('abc'), ('true'), (''), (x''), (x'00ff'), (NULL), (2.0)");
        assertThat(all(read("t", rowid(), "c integer")))
                .containsExactly(
                        "1",
                        "-9223372036854775808",
                        "9223372036854775807",
                        "bad: a real that is not a whole number",
                        "bad: a real that is not a whole number",
                        "bad: a real that is not a whole number",
                        "bad: a real that is not a whole number",
                        "0",
                        "bad: a text that is not a whole number",
                        "bad: a text that is not a whole number",
                        "bad: a text that is not a whole number",
                        "bad: a blob that is not a whole number",
                        "bad: a blob that is not a whole number",
                        "null",
                        "2");
        assertThat(all(read("t", rowid(), "c decimal")).subList(0, 9))
                .containsExactly(
                        "1",
                        "-9223372036854775808",
                        "9223372036854775807",
                        "1.5",
                        "Infinity",
                        "-Infinity",
                        "9300000000000000000",
                        "0",
                        "bad: a text that is not a number");
        assertThat(all(read("t", rowid(), "c float(64)")).subList(0, 9))
                .containsExactly(
                        "1.0",
                        "bad: an integer that is not exactly a floating point number",
                        "bad: an integer that is not exactly a floating point number",
                        "1.5",
                        "Infinity",
                        "-Infinity",
                        "9.3E18",
                        "-0.0",
                        "bad: a text that is not exactly a floating point number");
        assertThat(all(read("t", rowid(), "c text|any_as_text")))
                .containsExactly(
                        "1",
                        "-9223372036854775808",
                        "9223372036854775807",
                        "1.5",
                        "Inf",
                        "-Inf",
                        "9.3e18",
                        "-0.0",
                        "abc",
                        "true",
                        "",
                        "bad: a blob that is not a text",
                        "bad: a blob that is not a text",
                        "null",
                        "2.0");
        assertThat(all(read("t", rowid(), "c binary")).subList(8, 14))
                .containsExactly("616263", "74727565", "", "", "00ff", "null");
        assertThat(all(read("t", rowid(), "c boolean")).subList(8, 10))
                .containsExactly("bad: a text that is not a boolean", "1");
        assertThat(all(read("t", rowid(), "c integer|as_is;null")).subList(8, 15))
                .containsExactly("null", "null", "null", "null", "null", "null", "2");
    }

    @Test
    void bad_text_is_refused_or_repaired() {
        run(
                file,
                "CREATE TABLE t(c TEXT)",
                "INSERT INTO t VALUES (CAST(x'41ff42' AS TEXT)), (CAST(x'410042' AS TEXT)), ('fine')");
        assertThat(all(read("t", rowid(), "c text")))
                .containsExactly("bad: text that is not UTF-8", "bad: text with a NUL character", "fine");
        assertThat(all(read("t", rowid(), "c text|as_is;strip"))).containsExactly("AB", "AB", "fine");
        assertThat(all(read("t", rowid(), "c text|as_is;replace"))).containsExactly("A\ufffdB", "A\ufffdB", "fine");
        assertThat(all(read("t", rowid(), "c binary"))).containsExactly("41ff42", "410042", "66696e65");
    }

    @Test
    void a_utf16_database_reads_like_any_other() {
        run(
                file,
                "PRAGMA encoding='UTF-16le'",
                "CREATE TABLE t(k TEXT PRIMARY KEY, c TEXT, b BLOB) WITHOUT ROWID",
                "INSERT INTO t VALUES ('ä', 'héllo 😀', x'00ff'), ('ö', '', 'é'), ('ü', char(65,0,66), NULL)");
        TableRead read = read("t", key("k"), "k text", "c text", "b binary");
        assertThat(all(read)).containsExactly("ä|héllo 😀|00ff", "ö||c3a9", "ü|bad: text with a NUL character|null");
        assertResumable(read, 3);
    }

    @Test
    void moments_are_read_from_text_and_numbers() {
        run(
                file,
                "CREATE TABLE t(d TEXT, s INTEGER, f REAL, j REAL)",
                "INSERT INTO t VALUES ('1970-01-02', 1, 1.5, 2440587.5), ('nonsense', 'x', 'x', 'x')");
        assertThat(all(read(
                        "t",
                        rowid(),
                        "d date|iso_date",
                        "s timestamp with zone|epoch_seconds",
                        "f timestamp with zone|epoch_seconds",
                        "j timestamp|julian_day",
                        "d timestamp|iso_date")))
                .containsExactly(
                        "1|1000000|1500000|0|86400000000",
                        "bad: a text that is not a date|bad: a text that is not a moment as a number"
                                + "|bad: a text that is not a moment as a number|bad: a text that is not a Julian day"
                                + "|bad: a text that is not a date");
        assertThat(all(read("t", rowid(), "s timestamp|epoch_millis", "s timestamp|epoch_micros")))
                .startsWith("1000|1");
    }

    @Test
    void uuids_come_in_lower_case_from_text_and_from_bytes() {
        run(
                file,
                "CREATE TABLE t(c)",
                "INSERT INTO t VALUES ('550E8400-E29B-41D4-A716-446655440000'),"
                        + " (x'550e8400e29b41d4a716446655440000'), ('550E8400E29B41D4A716446655440000')");
        assertThat(all(read("t", rowid(), "c uuid|blob_uuid")))
                .containsExactly(
                        "550e8400-e29b-41d4-a716-446655440000",
                        "550e8400-e29b-41d4-a716-446655440000",
                        "bad: a text that is not a uuid");
    }

    @Test
    void a_large_blob_is_read_whole() {
        run(file, "CREATE TABLE t(c)", "INSERT INTO t VALUES (zeroblob(104857600))");
        TableRead read = read("t", rowid(), "c binary");
        try (SourceDatabase source = SqliteFixture.open(file);
                RowCursor cursor = source.reader().open(read, KeyRange.ALL)) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.bytes(0).length()).isEqualTo(104_857_600);
        }
    }

    @Test
    void the_row_goes_on_after_a_bad_value() {
        run(file, "CREATE TABLE t(a, b)", "INSERT INTO t VALUES ('x', 1), (2, 2)");
        assertThat(all(read("t", rowid(), "a integer", "b integer")))
                .containsExactly("bad: a text that is not a whole number|1", "2|2");
    }

    @Test
    void a_column_that_does_not_exist_is_an_error_and_not_a_string() {
        run(file, "CREATE TABLE t(a)", "INSERT INTO t VALUES (1)");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> all(read("t", rowid(), "gone text")))
                .isInstanceOf(dev.dmt.error.DmtException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void sparse_and_negative_rowids_split_into_equal_parts() {
        run(
                file,
                "CREATE TABLE t(id INTEGER PRIMARY KEY, v)",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 1000)"
                        + " INSERT INTO t SELECT (i - 500) * i * 1000003, i FROM n WHERE i <> 500 AND i > 250",
                "INSERT INTO t VALUES (-9223372036854775808, 'least'), (9223372036854775807, 'most')");
        TableRead read = read("t", rowid(), "id integer", "v text|any_as_text");
        assertPartitioned(read, 4, 751);
        assertResumable(read, 751);
    }

    @Test
    void dense_rowids_split_by_arithmetic() {
        run(
                file,
                "CREATE TABLE t(v)",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 1001)"
                        + " INSERT INTO t SELECT i FROM n");
        TableRead read = read("t", rowid(), "v integer");
        assertPartitioned(read, 4, 1001);
        try (SourceDatabase source = SqliteFixture.open(file)) {
            assertThat(source.reader().partitions(read, 4).get(0).upTo()).contains(KeyTuple.of(251));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k TEXT PRIMARY KEY",
                "k TEXT COLLATE NOCASE PRIMARY KEY",
                "k TEXT, PRIMARY KEY(k DESC)",
                "k TEXT, PRIMARY KEY(k COLLATE RTRIM DESC, v)",
                "k TEXT, PRIMARY KEY(v, k DESC)",
                "k BLOB, PRIMARY KEY(k, v)"
            })
    void without_rowid_tables_split_and_resume_in_their_keys_order(String key) {
        run(
                file,
                "CREATE TABLE t(v INTEGER NOT NULL, " + key + ") WITHOUT ROWID",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 97)"
                        + " INSERT INTO t(v, k) SELECT i % 7, CASE i % 3 WHEN 0 THEN 'Key' WHEN 1 THEN 'key' ELSE 'ké' END"
                        + " || i || ', %' FROM n",
                "INSERT INTO t(v, k) VALUES (3, CAST(x'41ff' AS TEXT)), (4, CAST(x'4200' AS TEXT))");
        String[] columns = key.contains("k, v") || key.contains("DESC, v")
                ? new String[] {"k", "v"}
                : key.contains("(v, k") ? new String[] {"v", "k"} : new String[] {"k"};
        TableRead read = read("t", key(columns), "v integer", "k binary");
        assertPartitioned(read, 5, 99);
        assertResumable(read, 99);
    }

    @Test
    void blob_real_and_whole_keys_resume() {
        run(
                file,
                "CREATE TABLE t(k, n REAL, PRIMARY KEY(k, n)) WITHOUT ROWID",
                "INSERT INTO t VALUES (x'00', 0.1), (x'00', 0.30000000000000004), (x'ff', -9e999), ('a', 1), (7, 2.5),"
                        + " (9007199254740993, 1)");
        assertResumable(read("t", key("k", "n"), "n float(64)", "k binary|any_as_binary"), 6);
    }

    @Test
    void a_shadowed_rowid_is_read_by_its_other_name() {
        run(file, "CREATE TABLE t(rowid TEXT, v)", "INSERT INTO t VALUES ('z', 1), ('a', 2)");
        TableRead read = read("t", new RowOrder(RowOrder.Kind.ROWID, List.of("_rowid_")), "rowid text", "v integer");
        assertThat(all(read)).containsExactly("z|1", "a|2");
        assertResumable(read, 2);
    }

    @Test
    void without_an_order_rows_are_numbered() {
        run(file, "CREATE TABLE t(v)", "INSERT INTO t VALUES (1), (2), (3)");
        TableRead read = read("t", new RowOrder(RowOrder.Kind.NONE, List.of()), "v integer");
        assertResumable(read, 3);
        try (SourceDatabase source = SqliteFixture.open(file)) {
            assertThat(source.reader().partitions(read, 8)).containsExactly(KeyRange.ALL);
            assertThat(source.reader().count(read, new KeyRange(Optional.of(KeyTuple.of(1)), Optional.empty())))
                    .isEqualTo(2);
        }
    }

    private void assertPartitioned(TableRead read, int parts, int count) {
        try (SourceDatabase source = SqliteFixture.open(file)) {
            List<KeyRange> ranges = source.reader().partitions(read, parts);
            assertThat(ranges).hasSize(parts);
            assertThat(ranges.get(0).after()).isEmpty();
            assertThat(ranges.get(parts - 1).upTo()).isEmpty();
            List<String> joined = new ArrayList<>();
            for (KeyRange range : ranges) {
                List<String> part = rows(source, read, range);
                assertThat(part.size()).isBetween(count / parts, count / parts + 1);
                assertThat(source.reader().count(read, range)).isEqualTo(part.size());
                joined.addAll(part);
            }
            assertThat(joined).hasSize(count).isEqualTo(rows(source, read, KeyRange.ALL));
        }
    }

    /** From every key on, through its text form, the rest and nothing but the rest is read. */
    private void assertResumable(TableRead read, int count) {
        try (SourceDatabase source = SqliteFixture.open(file)) {
            List<String> all = rows(source, read, KeyRange.ALL);
            assertThat(all).hasSize(count);
            List<KeyTuple> keys = new ArrayList<>();
            try (RowCursor cursor = source.reader().open(read, KeyRange.ALL)) {
                while (cursor.next()) {
                    keys.add(KeyTuple.parse(cursor.key().toString()));
                }
            }
            int step = Math.max(1, count / 25);
            for (int i = 0; i < count; i += step) {
                KeyRange rest = KeyRange.ALL.resumedAfter(keys.get(i));
                assertThat(rows(source, read, rest)).isEqualTo(all.subList(i + 1, count));
                KeyRange head = new KeyRange(Optional.empty(), Optional.of(keys.get(i)));
                assertThat(rows(source, read, head)).isEqualTo(all.subList(0, i + 1));
            }
        }
    }
}
