package dev.dmt.engine.postgres;

import dev.dmt.engine.CheckFinding;
import dev.dmt.engine.InboundKey;
import dev.dmt.engine.TargetCatalog;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the target holds now, from the system catalog. Thread-safe. */
final class PostgresCatalog implements TargetCatalog {
    private static final String TABLE_OID = "SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p')";

    private static final String KIND = "SELECT CASE c.relkind WHEN 'r' THEN '' WHEN 'p' THEN '' WHEN 'v' THEN 'a view'"
            + " WHEN 'm' THEN 'a materialized view' WHEN 'f' THEN 'a foreign table' WHEN 'S' THEN 'a sequence'"
            + " WHEN 'c' THEN 'a composite type' ELSE 'an index' END"
            + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relname = ?";

    private final JdbcConnections connections;

    PostgresCatalog(JdbcConnections connections) {
        this.connections = connections;
    }

    @Override
    public boolean schemaExists(String schema) {
        return connections.with(
                "looking for schema " + schema,
                connection -> first(connection, "SELECT 1 FROM pg_namespace WHERE nspname = ?", schema)
                        .isPresent());
    }

    @Override
    public Optional<Table> describe(TableName table) {
        return connections.with("describing " + table, connection -> {
            Optional<Long> oid = oid(connection, table);
            return oid.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new TableDescriber(connection, table, oid.get()).describe());
        });
    }

    @Override
    public Optional<String> occupant(TableName table) {
        return connections
                .with("looking for " + table, connection -> kind(connection, table))
                .filter(kind -> !kind.isEmpty());
    }

    @Override
    public boolean holdsRows(TableName table) {
        return connections.with("looking into " + table, connection -> {
            return oid(connection, table).isPresent()
                    && first(connection, "SELECT 1 FROM " + PostgresIdentifiers.quote(table) + " LIMIT 1")
                            .isPresent();
        });
    }

    @Override
    public long count(TableName table) {
        return connections.with(
                "counting " + table,
                connection -> first(connection, "SELECT count(*) FROM " + PostgresIdentifiers.quote(table))
                        .orElse(0L));
    }

    @Override
    public long countRows(String countingSql) {
        return connections.with(
                "counting", connection -> first(connection, countingSql).orElse(0L));
    }

    @Override
    public List<CheckFinding> check(String schema) {
        return connections.with("checking the target", connection -> new TargetChecks(connection, schema).run());
    }

    @Override
    public List<InboundKey> inboundKeys(TableName table) {
        return list(
                table,
                CatalogQueries.INBOUND_KEYS,
                row -> new InboundKey(
                        new TableName(row.getString(1), row.getString(2)), row.getString(3), row.getString(4)));
    }

    @Override
    public List<TableName> dependentViews(TableName table) {
        return list(table, CatalogQueries.DEPENDENT_VIEWS, row -> new TableName(row.getString(1), row.getString(2)));
    }

    @Override
    public List<String> publications(TableName table) {
        return list(table, CatalogQueries.PUBLICATIONS, row -> row.getString(1));
    }

    private <T> List<T> list(TableName table, String query, RowReading<T> reading) {
        return connections.with("looking what refers to " + table, connection -> {
            List<T> found = new ArrayList<>();
            Optional<Long> oid = oid(connection, table);
            if (oid.isPresent()) {
                try (PreparedStatement statement = connection.prepareStatement(query)) {
                    statement.setLong(1, oid.get());
                    try (ResultSet result = statement.executeQuery()) {
                        while (result.next()) {
                            found.add(reading.of(result));
                        }
                    }
                }
            }
            return found;
        });
    }

    /** One row of an answer as a value. */
    private interface RowReading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static Optional<Long> oid(Connection connection, TableName table) throws SQLException {
        return first(connection, TABLE_OID, table.schema(), table.name());
    }

    private static Optional<String> kind(Connection connection, TableName table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KIND)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
        }
    }

    private static Optional<Long> first(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getLong(1)) : Optional.empty();
            }
        }
    }
}
