package dev.dmt.zero;

import dev.dmt.schema.Key;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicatedTable;
import java.util.List;
import java.util.Optional;

/**
 * A table that Zero syncs.
 *
 * @param columns in the table's order
 * @param key by which Zero tells rows apart: the primary key, or a unique one
 * @param published the columns that the publication names: those synced, and those that name a changed row
 * @param identityIndex the unique index that must name changed rows, where the database does not do it by itself
 */
public record SelectedTable(
        ReplicatedTable table,
        List<SelectedColumn> columns,
        Key key,
        List<String> published,
        Optional<String> identityIndex) {
    public SelectedTable {
        columns = List.copyOf(columns);
        published = List.copyOf(published);
    }

    public TableName name() {
        return table.name();
    }

    public Optional<SelectedColumn> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }
}
