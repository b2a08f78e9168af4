package dev.dmt.engine.sqlite;

import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Expression;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** How the source's declarations are read: tables, sequences and expressions. */
interface CatalogReading {
    DatabaseSchema describe(Connection connection, Predicate<String> wanted);

    /** Table name to the highest value that AUTOINCREMENT ever gave out. */
    Map<String, Long> sequenceFloors(Connection connection);

    Optional<Expression> parse(String expressionSql, Set<String> columns);
}
