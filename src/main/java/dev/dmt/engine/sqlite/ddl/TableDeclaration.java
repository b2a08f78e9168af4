package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Check;
import java.util.List;

/**
 * What a CREATE TABLE text says.
 *
 * @param foreignKeys in the order of the text
 * @param conflictClauses the ON CONFLICT clauses, each with what it hangs on
 * @param notUnderstood the parts of the text that could not be read
 */
record TableDeclaration(
        String name,
        List<ColumnDeclaration> columns,
        List<KeyDeclaration> keys,
        List<ForeignKeyDeclaration> foreignKeys,
        List<Check> checks,
        Options options,
        List<String> conflictClauses,
        List<String> notUnderstood) {
    /** What is said of the table as a whole. */
    record Options(boolean autoincrement, boolean withoutRowid, boolean strict) {}

    TableDeclaration {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        conflictClauses = List.copyOf(conflictClauses);
        notUnderstood = List.copyOf(notUnderstood);
    }
}
