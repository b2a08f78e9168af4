package dev.dmt.engine.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A column of a read's order, as the index behind it keeps it. */
record KeyColumn(String name, String collation, boolean descending) {
    private static final Set<String> BUILT_IN = Set.of("BINARY", "NOCASE", "RTRIM");

    /** The column in an expression that compares as the index does. */
    String comparable() {
        return qualified() + " COLLATE " + collation;
    }

    String qualified() {
        return "s." + Identifiers.quote(name);
    }

    String ordering() {
        return comparable() + (descending ? " DESC" : "");
    }

    /**
     * Finds the index whose key columns are these, for its collations and directions. An application's own collation is
     * not known here; then BINARY gives a total order too, at the price of a sort.
     */
    static List<KeyColumn> find(Connection connection, String table, List<String> columns) throws SQLException {
        List<String> indexes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA index_list(" + Identifiers.quote(table) + ")")) {
            while (rows.next()) {
                indexes.add(rows.getString("name"));
            }
        }
        for (String index : indexes) {
            List<KeyColumn> found = keyOf(connection, index);
            if (found.stream().map(KeyColumn::name).toList().equals(columns)) {
                return found;
            }
        }
        return columns.stream()
                .map(name -> new KeyColumn(name, "BINARY", false))
                .toList();
    }

    private static List<KeyColumn> keyOf(Connection connection, String index) throws SQLException {
        List<KeyColumn> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA index_xinfo(" + Identifiers.quote(index) + ")")) {
            while (rows.next()) {
                if (rows.getInt("key") == 1) {
                    String name = rows.getString("name");
                    String collation = rows.getString("coll").toUpperCase(Locale.ROOT);
                    found.add(new KeyColumn(
                            name == null ? "" : name,
                            BUILT_IN.contains(collation) ? collation : "BINARY",
                            rows.getInt("desc") == 1));
                }
            }
        }
        return found;
    }
}
