package dev.dmt.engine.mssql;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The schemas of a source that are read. Tables of a single one go by their bare names.
 *
 * @param names in the config's order
 * @param several tables are told apart by their schemas
 */
record SourceSchemas(List<String> names, boolean several) {
    /** Those of people: the roles that every database has own schemas too, with nothing in them. */
    private static final String ALL = "SELECT s.name FROM sys.schemas AS s WHERE EXISTS (SELECT 1 FROM sys.tables AS t"
            + " WHERE t.schema_id = s.schema_id AND t.is_ms_shipped = 0) ORDER BY s.name";

    SourceSchemas {
        names = List.copyOf(names);
    }

    static SourceSchemas of(DatabaseConfig config, Connection connection) throws SQLException {
        if (!config.severalSchemas()) {
            return new SourceSchemas(List.of(MssqlTarget.schema(config)), false);
        }
        return new SourceSchemas(
                config.allSchemas() ? new Catalog(connection).list(ALL, row -> row.getString(1)) : config.schemas(),
                true);
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
