package dev.dmt.engine;

import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Table;
import java.util.List;

/**
 * Where a chunk goes.
 *
 * @param columns the chunk's columns by their target names, in order
 * @param types what their values mean
 * @param upsert merge by {@code keyColumns} rather than append
 * @param format the form of the chunk's bytes
 */
public record TableLoad(
        Table table,
        List<String> columns,
        List<LogicalType> types,
        boolean upsert,
        List<String> keyColumns,
        WireFormat format) {
    /** Of a chunk in the target's CSV. */
    public TableLoad(
            Table table, List<String> columns, List<LogicalType> types, boolean upsert, List<String> keyColumns) {
        this(table, columns, types, upsert, keyColumns, WireFormat.CSV);
    }

    public TableLoad {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
        keyColumns = List.copyOf(keyColumns);
    }

    public TableLoad in(WireFormat other) {
        return new TableLoad(table, columns, types, upsert, keyColumns, other);
    }
}
