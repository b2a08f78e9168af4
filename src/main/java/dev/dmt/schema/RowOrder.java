package dev.dmt.schema;

import java.util.List;

/**
 * The total order in which a table's rows are read, so that a unit can be split and resumed.
 *
 * @param columns for ROWID the one usable alias of it; for KEY the key's columns; empty for NONE
 */
public record RowOrder(Kind kind, List<String> columns) {
    /** Where the order comes from. */
    public enum Kind {
        ROWID,
        KEY,
        /** By where the engine keeps a row (ctid, ROWID), which holds for as long as one snapshot is read. */
        PLACE,
        NONE
    }

    public RowOrder {
        columns = List.copyOf(columns);
    }
}
