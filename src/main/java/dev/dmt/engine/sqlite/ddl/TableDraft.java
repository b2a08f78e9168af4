package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Check;
import java.util.ArrayList;
import java.util.List;

/** What has been read of a CREATE TABLE text so far. */
final class TableDraft {
    final List<ColumnDeclaration> columns = new ArrayList<>();
    final List<KeyDeclaration> keys = new ArrayList<>();
    final List<ForeignKeyDeclaration> foreignKeys = new ArrayList<>();
    final List<Check> checks = new ArrayList<>();
    final List<String> conflictClauses = new ArrayList<>();
    final List<String> notUnderstood = new ArrayList<>();
    String name = "";
    boolean autoincrement;
    boolean withoutRowid;
    boolean strict;

    /** SQLite lets a deferral that stands alone speak of the foreign key before it, even another column's. */
    void deferLast(ForeignKeyDeclaration.Deferral deferral) {
        if (!foreignKeys.isEmpty()) {
            int last = foreignKeys.size() - 1;
            foreignKeys.set(last, foreignKeys.get(last).with(deferral));
        }
    }

    TableDeclaration finish() {
        return new TableDeclaration(
                name,
                columns,
                keys,
                foreignKeys,
                checks,
                new TableDeclaration.Options(autoincrement, withoutRowid, strict),
                conflictClauses,
                notUnderstood);
    }
}
