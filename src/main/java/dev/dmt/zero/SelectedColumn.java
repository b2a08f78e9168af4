package dev.dmt.zero;

import dev.dmt.schema.replicated.ReplicatedColumn;

/** A column that Zero syncs. */
public record SelectedColumn(ReplicatedColumn column, ZeroType type) {
    public String name() {
        return column.name();
    }

    public boolean optional() {
        return column.nullable();
    }
}
