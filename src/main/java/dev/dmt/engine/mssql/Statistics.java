package dev.dmt.engine.mssql;

import dev.dmt.schema.TableName;

/** A table's statistics: without them queries are slower, and nothing else. */
final class Statistics {
    private static final String UPDATE = "UPDATE STATISTICS ";

    private Statistics() {}

    static String update(TableName table) {
        return UPDATE + Identifiers.quote(table);
    }

    static boolean isUpdate(String statement) {
        return statement.startsWith(UPDATE);
    }
}
