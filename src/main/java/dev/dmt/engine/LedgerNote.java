package dev.dmt.engine;

import dev.dmt.schema.TableName;

/**
 * What later runs are to know of a table, kept in the ledger beside the units. It is void, like what other runs have there,
 * once the table is made anew: see {@link Ledger#supersede}.
 */
public record LedgerNote(TableName table, String text) {
    /** The run id under which {@link Ledger#find} has notes. */
    public static final String RUN_ID = "~notes";

    /** The unit under which a table's note is found. */
    public static String unit(TableName table) {
        return "incremental/" + table;
    }

    public String unit() {
        return unit(table);
    }
}
