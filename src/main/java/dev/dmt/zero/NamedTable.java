package dev.dmt.zero;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A selected table together with what the schema file makes of it. */
record NamedTable(SelectedTable selected, ZeroTable table, Map<String, ZeroColumn> byServer) {
    NamedTable {
        byServer = Map.copyOf(byServer);
    }

    boolean is(NamedTable other) {
        return table.identifier().equals(other.table.identifier());
    }

    boolean holds(String serverColumn) {
        return byServer.containsKey(serverColumn);
    }

    List<String> fields(List<String> serverColumns) {
        return serverColumns.stream().map(this::field).toList();
    }

    private String field(String serverColumn) {
        return column(serverColumn).name();
    }

    ZeroColumn column(String serverColumn) {
        ZeroColumn column = byServer.get(serverColumn);
        if (column == null) {
            throw new IllegalArgumentException(serverColumn);
        }
        return column;
    }

    /** Whether at most one row has the same values in these columns. */
    boolean tellsRowsApart(List<String> serverColumns) {
        return keys().stream().anyMatch(serverColumns::containsAll);
    }

    /** The column lists of all keys. */
    List<List<String>> keys() {
        List<List<String>> keys = new ArrayList<>();
        keys.add(selected.key().columns());
        selected.table().primaryKey().ifPresent(key -> keys.add(key.columns()));
        selected.table().uniqueKeys().forEach(key -> keys.add(key.columns()));
        return keys;
    }
}
