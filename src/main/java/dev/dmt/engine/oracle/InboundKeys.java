package dev.dmt.engine.oracle;

import dev.dmt.engine.InboundKey;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The foreign keys of other tables that point at a table, with what it takes to make them again. */
record InboundKeys(Connection connection, TableName table) {
    private static final String QUERY = "SELECT c.OWNER, c.TABLE_NAME, c.CONSTRAINT_NAME, k.COLUMN_NAME, p.COLUMN_NAME,"
            + " c.DELETE_RULE, c.DEFERRABLE, c.DEFERRED FROM ALL_CONSTRAINTS r"
            + " JOIN ALL_CONSTRAINTS c ON c.R_OWNER = r.OWNER AND c.R_CONSTRAINT_NAME = r.CONSTRAINT_NAME"
            + " JOIN ALL_CONS_COLUMNS k ON k.OWNER = c.OWNER AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME"
            + " JOIN ALL_CONS_COLUMNS p ON p.OWNER = r.OWNER AND p.CONSTRAINT_NAME = r.CONSTRAINT_NAME"
            + " AND p.POSITION = k.POSITION WHERE r.OWNER = ? AND r.TABLE_NAME = ? AND c.CONSTRAINT_TYPE = 'R'"
            + " AND NOT (c.OWNER = r.OWNER AND c.TABLE_NAME = r.TABLE_NAME)"
            + " ORDER BY c.OWNER, c.TABLE_NAME, c.CONSTRAINT_NAME, k.POSITION";

    List<InboundKey> all() throws SQLException {
        Map<InboundKey, List<Piece>> pieces = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    pieces.computeIfAbsent(
                                    new InboundKey(
                                            new TableName(row.getString(1), row.getString(2)), row.getString(3), ""),
                                    key -> new ArrayList<>())
                            .add(new Piece(row.getString(4), row.getString(5), tail(row)));
                }
            }
        }
        return pieces.entrySet().stream()
                .map(entry ->
                        new InboundKey(entry.getKey().child(), entry.getKey().name(), definition(entry.getValue())))
                .toList();
    }

    private static String tail(ResultSet row) throws SQLException {
        String rule = row.getString(6);
        boolean acts = "CASCADE".equals(rule) || "SET NULL".equals(rule);
        return (acts ? " ON DELETE " + rule : "")
                + ("DEFERRABLE".equals(row.getString(7)) ? " DEFERRABLE" : "")
                + ("DEFERRED".equals(row.getString(8)) ? " INITIALLY DEFERRED" : "");
    }

    private String definition(List<Piece> pieces) {
        return "FOREIGN KEY ("
                + pieces.stream()
                        .map(piece -> OracleIdentifiers.quote(piece.child))
                        .collect(Collectors.joining(", "))
                + ") REFERENCES " + OracleIdentifiers.quote(table) + " ("
                + pieces.stream()
                        .map(piece -> OracleIdentifiers.quote(piece.parent))
                        .collect(Collectors.joining(", "))
                + ")" + pieces.get(0).tail;
    }

    /** One pair of columns. */
    private record Piece(String child, String parent, String tail) {}
}
