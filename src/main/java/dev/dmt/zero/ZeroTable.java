package dev.dmt.zero;

import dev.dmt.schema.TableName;
import java.util.List;

/**
 * A table of a Zero schema.
 *
 * @param identifier the TypeScript constant that holds it
 * @param name as queries call it
 * @param server where it is in the database
 * @param primaryKey names of this table's columns, as queries call them
 */
public record ZeroTable(
        String identifier, String name, TableName server, List<ZeroColumn> columns, List<String> primaryKey) {
    public ZeroTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
    }
}
