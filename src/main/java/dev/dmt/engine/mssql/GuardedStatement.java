package dev.dmt.engine.mssql;

import dev.dmt.schema.TableName;

/** DDL made safe to repeat by a look into the catalog, which stands in a line of its own before it. */
final class GuardedStatement {
    private static final String GUARD = "IF ";

    private GuardedStatement() {}

    static String when(String condition, String statement) {
        return GUARD + condition.replace('\n', ' ') + "\n" + statement;
    }

    /** What is guarded; the statement itself where nothing is. */
    static String plain(String statement) {
        int end = statement.indexOf('\n');
        return statement.startsWith(GUARD) && end > 0 ? statement.substring(end + 1) : statement;
    }

    static String unlessConstraint(TableName table, String name, String statement) {
        return when(
                "NOT EXISTS (SELECT 1 FROM sys.objects WHERE parent_object_id = " + Identifiers.objectId(table)
                        + " AND name = " + Identifiers.literal(name) + ")",
                statement);
    }

    static String unlessIndex(TableName table, String name, String statement) {
        return when("NOT " + indexExists(table, name), statement);
    }

    private static String indexExists(TableName table, String name) {
        return "EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = " + Identifiers.objectId(table) + " AND name = "
                + Identifiers.literal(name) + ")";
    }
}
