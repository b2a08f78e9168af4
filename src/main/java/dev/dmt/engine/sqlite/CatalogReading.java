package dev.dmt.engine.sqlite;

import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import java.sql.Connection;
import java.util.Map;
import java.util.function.Predicate;

/** How the source's declarations are read: tables, sequences and expressions. */
interface CatalogReading {
    DatabaseSchema describe(Connection connection, Predicate<String> wanted);

    /** Table name to the highest value that AUTOINCREMENT ever gave out. */
    Map<String, Long> sequenceFloors(Connection connection);

    Parsed parse(String expressionSql, Table table);

    /** A default, in which a bare word is a text. */
    Parsed parseDefault(String defaultSql);
}
