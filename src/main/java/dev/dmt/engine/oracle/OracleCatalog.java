package dev.dmt.engine.oracle;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the target holds now, from the dictionary. Thread-safe. */
final class OracleCatalog implements TargetCatalog {
    private static final String OCCUPANT =
            "SELECT MIN(OBJECT_TYPE) FROM ALL_OBJECTS WHERE OWNER = ? AND OBJECT_NAME = ?"
                    + " AND OBJECT_TYPE IN ('VIEW', 'MATERIALIZED VIEW', 'SYNONYM', 'SEQUENCE', 'PROCEDURE', 'FUNCTION', 'PACKAGE',"
                    + " 'TYPE', 'OPERATOR', 'CLUSTER')";

    private final JdbcConnections connections;

    OracleCatalog(JdbcConnections connections) {
        this.connections = connections;
    }

    @Override
    public boolean schemaExists(String schema) {
        return connections.with(
                "looking for schema " + schema,
                connection -> first(connection, "SELECT '1' FROM ALL_USERS WHERE USERNAME = ?", schema)
                        .isPresent());
    }

    @Override
    public Optional<Table> describe(TableName table) {
        return connections.with("describing " + table, connection -> {
            CatalogRows rows = new OracleDescriber(connection, table.schema(), Optional.of(table.name())).rows();
            return new SchemaAssembly(table.schema(), table.schema(), rows)
                    .tables().stream().findFirst();
        });
    }

    @Override
    public Optional<String> occupant(TableName table) {
        return connections.with(
                "looking for " + table,
                connection -> first(connection, OCCUPANT, table.schema(), table.name())
                        .map(kind -> "a " + kind.toLowerCase(Locale.ROOT)));
    }

    @Override
    public boolean holdsRows(TableName table) {
        return connections.with("looking into " + table, connection -> {
            return isThere(connection, table)
                    && first(connection, "SELECT '1' FROM " + OracleIdentifiers.quote(table) + " WHERE ROWNUM = 1")
                            .isPresent();
        });
    }

    private static boolean isThere(Connection connection, TableName table) throws SQLException {
        return first(connection, "SELECT '1' FROM " + GuardedStatement.table(table))
                .isPresent();
    }

    @Override
    public long count(TableName table) {
        return countRows("SELECT COUNT(*) FROM " + OracleIdentifiers.quote(table));
    }

    @Override
    public long countRows(String countingSql) {
        return connections.with(
                "counting",
                connection ->
                        first(connection, countingSql).map(Long::parseLong).orElse(0L));
    }

    @Override
    public List<CheckFinding> check(String schema) {
        return connections.with("checking the target", connection -> new TargetChecks(connection, schema).run());
    }

    @Override
    public List<InboundKey> inboundKeys(TableName table) {
        return connections.with(
                "looking what refers to " + table, connection -> new InboundKeys(connection, table).all());
    }

    /** Oracle's views do not keep a table from being dropped: they are valid again as soon as it is back. */
    @Override
    public List<TableName> dependentViews(TableName table) {
        return List.of();
    }

    @Override
    public List<String> publications(TableName table) {
        return List.of();
    }

    static Optional<String> first(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
            }
        }
    }
}
