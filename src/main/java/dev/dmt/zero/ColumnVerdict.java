package dev.dmt.zero;

import dev.dmt.schema.replicated.ReplicatedColumn;
import java.util.Optional;

/**
 * What becomes of one column.
 *
 * @param synced as what clients see it, empty where they do not
 * @param publishable whether the publication may name it
 */
record ColumnVerdict(
        ReplicatedColumn column, Optional<ZeroType> synced, boolean publishable, String reason, String remedy) {
    static ColumnVerdict synced(ReplicatedColumn column, ZeroType type) {
        return new ColumnVerdict(column, Optional.of(type), true, "", "");
    }

    static ColumnVerdict unpublished(ReplicatedColumn column, String reason, String remedy) {
        return new ColumnVerdict(column, Optional.empty(), false, reason, remedy);
    }

    String name() {
        return column.name();
    }

    /** Json cannot be compared, so it cannot tell rows apart. */
    boolean tellsRowsApart() {
        return !column.nullable()
                && synced.filter(type -> !(type instanceof ZeroType.Json)).isPresent();
    }
}
