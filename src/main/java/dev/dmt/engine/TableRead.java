package dev.dmt.engine;

import dev.dmt.schema.RowOrder;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Optional;

/** What to read of a table, and in which order. */
public record TableRead(TableName table, List<ColumnRead> columns, RowOrder order, Optional<Since> since) {
    /** All rows. */
    public TableRead(TableName table, List<ColumnRead> columns, RowOrder order) {
        this(table, columns, order, Optional.empty());
    }

    public TableRead since(Optional<Since> newSince) {
        return new TableRead(table, columns, order, newSince);
    }

    public TableRead {
        columns = List.copyOf(columns);
    }
}
