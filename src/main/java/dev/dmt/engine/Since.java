package dev.dmt.engine;

import dev.dmt.schema.LogicalType;

/**
 * Asks for the rows whose column has no value, or at least this one. Whoever reads may give more rows, never fewer.
 *
 * @param least as {@link RowCursor#getLong} gives the column's values
 */
public record Since(String column, LogicalType type, long least) {}
