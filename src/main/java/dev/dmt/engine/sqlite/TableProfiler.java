package dev.dmt.engine.sqlite;

import dev.dmt.error.ErrorContext;
import dev.dmt.schema.Column;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Scans a table once and tells what is in it. */
final class TableProfiler {
    private final Connection connection;
    private final boolean utf16;

    TableProfiler(Connection connection, boolean utf16) {
        this.connection = connection;
        this.utf16 = utf16;
    }

    TableProfile profile(Table table) {
        try {
            return scan(table);
        } catch (SQLException e) {
            throw SqliteFailures.of(
                    "cannot read " + table.name(),
                    ErrorContext.at("table", table.name().toString()),
                    e);
        }
    }

    private TableProfile scan(Table table) throws SQLException {
        RangeQuery query = RangeQuery.of(connection, table.name().name(), table.order());
        List<String> names = table.columns().stream().map(Column::name).toList();
        ColumnScan[] scans = table.columns().stream().map(ColumnScan::new).toArray(ColumnScan[]::new);
        KeyReading key = new KeyReading(names.size(), query.keySize());
        long count = 0;
        try (NativeRows rows = NativeRows.query(connection, query.rows(names, KeyRange.ALL), utf16)) {
            while (rows.next()) {
                count++;
                for (int i = 0; i < scans.length; i++) {
                    if (scans[i].accept(rows, i)) {
                        KeyTuple found = key.size() == 0 ? KeyTuple.of(count) : key.read(rows);
                        scans[i].example(place(table.order(), found));
                    }
                }
            }
        }
        long bytes = 0;
        List<dev.dmt.schema.ColumnProfile> profiles = new ArrayList<>();
        for (ColumnScan scan : scans) {
            bytes += scan.bytes();
            profiles.add(scan.profile());
        }
        return new TableProfile(table.name(), count, bytes, profiles);
    }

    /** A row's key in words: whole numbers as they are, everything else in its stable text form. */
    private static String place(RowOrder order, KeyTuple key) {
        if (key.values().size() == 1 && key.values().get(0) instanceof KeyValue.Whole whole) {
            String name = order.columns().isEmpty() ? "row" : order.columns().get(0);
            return name + " " + whole.value();
        }
        return order.columns().stream().collect(Collectors.joining(",")) + " " + key;
    }
}
