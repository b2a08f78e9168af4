package dev.dmt.schema;

import java.util.List;

/** What one scan found in a table: the exact row count and a profile of each column, in the table's column order. */
public record TableProfile(TableName table, long rows, long bytes, List<ColumnProfile> columns) {
    public TableProfile {
        columns = List.copyOf(columns);
    }
}
