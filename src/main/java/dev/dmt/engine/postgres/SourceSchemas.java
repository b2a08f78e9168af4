package dev.dmt.engine.postgres;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The schemas of a source that are read. Tables of a single one go by their bare names.
 *
 * @param names in the config's order
 * @param several tables are told apart by their schemas
 */
record SourceSchemas(List<String> names, boolean several) {
    private static final String ALL = "SELECT nspname FROM pg_catalog.pg_namespace"
            + " WHERE nspname <> 'information_schema' AND nspname !~ '^pg_' ORDER BY nspname COLLATE \"C\"";

    SourceSchemas {
        names = List.copyOf(names);
    }

    static SourceSchemas of(DatabaseConfig config, Connection connection) throws SQLException {
        if (!config.severalSchemas()) {
            return new SourceSchemas(List.of(PostgresTarget.schema(config)), false);
        }
        return new SourceSchemas(config.allSchemas() ? all(connection) : config.schemas(), true);
    }

    private static List<String> all(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(ALL)) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    /** The name by which the plan knows it. */
    TableName known(TableName table) {
        return several ? table : TableName.of(table.name());
    }

    /** Where a table of the plan lies. */
    TableName located(TableName table) {
        return table.schema().isEmpty() ? new TableName(names.get(0), table.name()) : table;
    }

    boolean contains(String schema) {
        return names.contains(schema);
    }
}
