package dev.dmt.engine;

import dev.dmt.schema.RowOrder;
import dev.dmt.schema.TableName;
import java.util.List;

/** What to read of a table, and in which order. */
public record TableRead(TableName table, List<ColumnRead> columns, RowOrder order) {
    public TableRead {
        columns = List.copyOf(columns);
    }
}
