package dev.dmt.fidelity;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.schema.Column;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table of values that engines see differently, the same in each of them, and what a condition says of its rows. */
final class TrickyRows {
    static final List<String> COLUMNS =
            List.of("qty", "price", "ratio", "status", "note", "born", "made", "active", "country");

    private static final List<String> LOGICAL = List.of(
            "integer(32)", "decimal(10,2)", "float(64)", "text(20)", "text", "date", "timestamp", "boolean", "text(2)");

    private static final @Nullable Object[][] ROWS = {
        {null, null, null, null, null, null, null, null, null},
        {0, "0.00", 0.0, "new", "ada", "1900-01-01", "2020-02-03 04:05:06.500000", true, "DE"},
        {1, "0.50", 0.5, "New", "ADA", "2020-02-29", "2020-01-01 00:00:00", false, "de"},
        {2, "-0.01", -1.5, "new ", "it's", "2000-12-31", "1999-12-31 23:59:59.999999", true, "FR"},
        {3, "1.50", 1e10, "", "a\\b%", "1899-12-31", "2020-02-03 04:05:06", null, "EN"},
        {-3, "99999999.99", 2.5, "a_b", "x[y]*?", "0987-06-05", "2020-01-01 00:00:00.000001", false, "no"},
        {2147483647, "-5.00", -0.5, " old ", "  ", "9999-12-31", "1001-01-01 00:00:00", true, ""},
        {-1, "10.10", 100.0, "old", "ad", "2020-02-03", "2020-02-03 00:00:00", false, "D"},
    };

    private TrickyRows() {}

    static void fill(Connection connection, List<String> types) throws SQLException {
        StringBuilder create = new StringBuilder("CREATE TABLE t (id integer PRIMARY KEY");
        for (int i = 0; i < COLUMNS.size(); i++) {
            create.append(", ").append(COLUMNS.get(i)).append(' ').append(types.get(i));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(create.append(')').toString());
            for (int row = 0; row < ROWS.length; row++) {
                statement.execute("INSERT INTO t VALUES (" + row + literals(ROWS[row], types) + ")");
            }
        }
    }

    private static String literals(@Nullable Object[] row, List<String> types) {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            boolean escapes = types.contains("datetime(6)");
            values.append(", ")
                    .append(
                            value == null || value instanceof Boolean || value instanceof Number
                                    ? String.valueOf(value)
                                    : "'" + value.toString().replace("'", "''").replace("\\", escapes ? "\\\\" : "\\")
                                            + "'");
        }
        return values.toString();
    }

    /** Per row 1, 0 or ? in the order of the rows. */
    static String answers(Connection connection, String condition) throws SQLException {
        return ask(
                connection,
                "SELECT CASE WHEN " + condition + " THEN '1' WHEN NOT (" + condition
                        + ") THEN '0' ELSE '?' END FROM t ORDER BY id");
    }

    static String ask(Connection connection, String sql) throws SQLException {
        StringBuilder answers = new StringBuilder();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                answers.append(result.getString(1));
            }
        }
        return answers.toString();
    }

    static Map<String, RenderedColumn> rendered() {
        Map<String, RenderedColumn> columns = new TreeMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            columns.put(COLUMNS.get(i), new RenderedColumn(COLUMNS.get(i), LogicalType.parse(LOGICAL.get(i))));
        }
        return columns;
    }

    static Table table(List<String> types, Optional<String> collation) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            boolean text = LOGICAL.get(i).startsWith("text");
            columns.add(new Column(
                    COLUMNS.get(i),
                    types.get(i),
                    true,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    text ? collation : Optional.empty()));
        }
        return new Table(
                TableName.of("t"),
                columns,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RowOrder(RowOrder.Kind.NONE, List.of()));
    }
}
