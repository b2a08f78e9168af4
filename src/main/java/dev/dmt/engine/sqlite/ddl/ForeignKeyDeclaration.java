package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.ReferentialAction;
import java.util.List;

/** A REFERENCES of a CREATE TABLE text, names as written; no parent columns where the parent's key is meant. */
record ForeignKeyDeclaration(
        String name,
        List<String> columns,
        String parent,
        List<String> parentColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        Deferral deferral) {
    /** When the constraint is checked. */
    enum Deferral {
        NONE,
        DEFERRABLE,
        INITIALLY_DEFERRED
    }

    ForeignKeyDeclaration {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }

    ForeignKeyDeclaration with(Deferral changed) {
        return new ForeignKeyDeclaration(name, columns, parent, parentColumns, onDelete, onUpdate, changed);
    }
}
