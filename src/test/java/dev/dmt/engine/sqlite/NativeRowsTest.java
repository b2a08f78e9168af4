package dev.dmt.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells as they are fetched, a row under one lock and without SQLite's own, against SQLite's own description of them. */
class NativeRowsTest {
    private static final int ROWS = 5_000;
    /** Every storage class in turn in every column, each column out of step with its neighbour. */
    private static final String TORTURE = "CREATE TABLE t(id INTEGER PRIMARY KEY, a, b, c, d);"
            + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS + "),"
            + " v(i, k, x) AS (SELECT i, k, CASE (i + k) % 11"
            + " WHEN 0 THEN NULL WHEN 1 THEN 0 WHEN 2 THEN -i * 1234567891011 WHEN 3 THEN 9223372036854775807"
            + " WHEN 4 THEN i / 7.0 WHEN 5 THEN 0.0 WHEN 6 THEN 9e999 WHEN 7 THEN ''"
            + " WHEN 8 THEN 'Straße ' || i WHEN 9 THEN x'' ELSE CAST('ab' || char(0) || i AS BLOB) END"
            + " FROM n, (SELECT 0 AS k UNION ALL SELECT 1 UNION ALL SELECT 5 UNION ALL SELECT 8))"
            + " INSERT INTO t SELECT i, max(x) FILTER (WHERE k = 0), max(x) FILTER (WHERE k = 1),"
            + " max(x) FILTER (WHERE k = 5), max(x) FILTER (WHERE k = 8) FROM v GROUP BY i";

    @TempDir
    private Path folder;

    private DatabaseFile file;

    @BeforeEach
    void make() {
        Path path = folder.resolve("t.db");
        SqliteFixture.run(path, TORTURE.split(";"));
        file = DatabaseFile.open(path);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private Connection open() throws SQLException {
        return new SqliteOpener(file, 1000).readOnly();
    }

    @Test
    void cells_are_what_sqlite_says_they_are() throws SQLException {
        try (Connection connection = open()) {
            assertThat(fetched(connection, 5)).isEqualTo(described(connection));
        }
    }

    @Test
    void cells_that_are_only_looked_at_now_and_then_are_the_same() throws SQLException {
        try (Connection connection = open()) {
            assertThat(fetched(connection, 2)).isEqualTo(described(connection));
        }
    }

    @Test
    void threads_that_share_a_connection_do_not_disturb_each_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Connection connection = open()) {
            List<String> expected = described(connection);
            List<Callable<List<String>>> readers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                readers.add(() -> fetched(connection, 5));
            }
            for (var found : threads.invokeAll(readers)) {
                assertThat(found.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_cell_is_not_taken_for_a_number_that_it_is_not() throws SQLException {
        try (Connection connection = open();
                NativeRows rows = query(connection, new SqlText("SELECT '12', 1.5, NULL", List.of(), 3))) {
            assertThat(rows.next()).isTrue();
            assertThatThrownBy(() -> rows.integer(0)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> rows.real(0)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> rows.integer(1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> rows.integer(2)).isInstanceOf(IllegalStateException.class);
            assertThat(rows.real(1)).isEqualTo(1.5);
            assertThat(rows.next()).isFalse();
            assertThat(rows.storageClass(1)).isEqualTo(NativeRows.NULL);
        }
    }

    private static NativeRows query(Connection connection, SqlText sql) throws SQLException {
        return NativeRows.query(connection, sql, false);
    }

    private static List<String> fetched(Connection connection, int wanted) throws SQLException {
        List<String> found = new ArrayList<>();
        SqlText sql = new SqlText("SELECT id, a, b, c, d FROM t ORDER BY id", List.of(), 5, wanted);
        try (NativeRows rows = query(connection, sql)) {
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 0; column < 5; column++) {
                    row.append(cell(rows, column)).append('|');
                }
                found.add(row.toString());
            }
        }
        return found;
    }

    private static String cell(NativeRows rows, int column) {
        return switch (rows.storageClass(column)) {
            case NativeRows.INTEGER -> "integer " + rows.integer(column);
            case NativeRows.REAL -> "real " + rows.real(column);
            case NativeRows.TEXT -> "text " + new String(rows.bytes(column), StandardCharsets.UTF_8);
            case NativeRows.BLOB -> "blob " + HexFormat.of().withUpperCase().formatHex(rows.bytes(column));
            default -> "null ";
        };
    }

    /** The same by way of SQL functions and the driver's ordinary getters. */
    private static List<String> described(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        String cells = "typeof(%1$s), CASE WHEN typeof(%1$s) = 'blob' THEN hex(%1$s) ELSE %1$s END";
        String sql = "SELECT "
                + Stream.of("id", "a", "b", "c", "d").map(cells::formatted).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql + " FROM t ORDER BY id")) {
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column < 11; column += 2) {
                    String type = rows.getString(column);
                    String value = type.equals("real")
                            ? Double.toString(rows.getDouble(column + 1))
                            : type.equals("null") ? "" : rows.getString(column + 1);
                    row.append(type).append(' ').append(value).append('|');
                }
                found.add(row.toString());
            }
        }
        return found;
    }
}
