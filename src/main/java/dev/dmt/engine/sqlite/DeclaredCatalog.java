package dev.dmt.engine.sqlite;

import dev.dmt.engine.sqlite.ddl.SqliteCatalog;
import dev.dmt.engine.sqlite.ddl.SqliteExpressions;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import java.sql.Connection;
import java.util.Map;
import java.util.function.Predicate;

/** The catalog as SQLite's own declarations tell it. */
final class DeclaredCatalog implements CatalogReading {
    @Override
    public DatabaseSchema describe(Connection connection, Predicate<String> wanted) {
        return SqliteCatalog.read(connection, wanted);
    }

    @Override
    public Map<String, Long> sequenceFloors(Connection connection) {
        return SqliteCatalog.sequenceFloors(connection);
    }

    @Override
    public Parsed parse(String expressionSql, Table table) {
        return SqliteExpressions.parse(expressionSql, table);
    }

    @Override
    public Parsed parseDefault(String defaultSql) {
        return SqliteExpressions.parseDefault(defaultSql);
    }
}
