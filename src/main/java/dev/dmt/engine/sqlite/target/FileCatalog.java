package dev.dmt.engine.sqlite.target;

import dev.dmt.engine.CheckFinding;
import dev.dmt.engine.InboundKey;
import dev.dmt.engine.TargetCatalog;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.engine.sqlite.Identifiers;
import dev.dmt.engine.sqlite.ddl.SqliteCatalog;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConnection;

/** What the file holds now. Names are those of SQLite, which takes "A" and "a" for one. Thread-safe. */
record FileCatalog(JdbcConnections connections, Path path) implements TargetCatalog {
    @Override
    public boolean schemaExists(String schema) {
        return true;
    }

    @Override
    public Optional<Table> describe(TableName table) {
        return connections.with(
                "describing " + table,
                connection ->
                        SqliteCatalog.read(connection.unwrap(SQLiteConnection.class), name -> same(name, table))
                                .tables()
                                .stream()
                                .findFirst());
    }

    private static boolean same(String name, TableName table) {
        return name.equalsIgnoreCase(table.name());
    }

    @Override
    public Optional<String> occupant(TableName table) {
        return connections
                .with("looking for " + table, connection -> kind(connection, table))
                .filter(kind -> !kind.isEmpty());
    }

    private static Optional<String> kind(Connection connection, TableName table) throws SQLException {
        String sql = "SELECT CASE WHEN type = 'view' THEN 'a view' WHEN type = 'index' THEN 'an index'"
                + " WHEN type = 'trigger' THEN '' WHEN sql LIKE 'CREATE VIRTUAL%' THEN 'a virtual table' ELSE '' END"
                + " FROM sqlite_master WHERE name = ? COLLATE NOCASE ORDER BY 1 DESC";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table.name());
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        }
    }

    @Override
    public boolean holdsRows(TableName table) {
        return describe(table).isPresent()
                && countRows("SELECT count(*) FROM (SELECT 1 FROM " + Identifiers.quote(table.name()) + " LIMIT 1)")
                        > 0;
    }

    @Override
    public long count(TableName table) {
        return countRows("SELECT count(*) FROM " + Identifiers.quote(table.name()));
    }

    /** They name their parent, and mean the table that bears the name: none is lost with it. */
    @Override
    public List<InboundKey> inboundKeys(TableName table) {
        return List.of();
    }

    /** Views do not keep a table of SQLite from being dropped. */
    @Override
    public List<TableName> dependentViews(TableName table) {
        return List.of();
    }

    @Override
    public List<String> publications(TableName table) {
        return List.of();
    }

    @Override
    public long countRows(String countingSql) {
        return connections.with("counting", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(countingSql);
                    ResultSet count = statement.executeQuery()) {
                return count.next() ? count.getLong(1) : 0L;
            }
        });
    }

    @Override
    public List<CheckFinding> check(String schema) {
        return connections.with("checking the target", connection -> new FileChecks(connection, path).run());
    }
}
