package dev.dmt.engine.mssql;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.Reader;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.TableName;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a SQL Server holds. Thread-safe. */
final class MssqlReader implements Reader {
    private final JdbcConnections connections;
    private final Function<TableName, String> relation;

    /** Of a target. */
    MssqlReader(JdbcConnections connections) {
        this(connections, Identifiers::quote);
    }

    /** @param relation what to write after FROM for a table */
    MssqlReader(JdbcConnections connections, Function<TableName, String> relation) {
        this.connections = connections;
        this.relation = relation;
    }

    @Override
    public RowCursor open(TableRead read, KeyRange range) {
        return new MssqlCursor(connections, read, range, relation.apply(read.table()));
    }

    @Override
    public List<KeyRange> partitions(TableRead read, int parts) {
        long rows = read.order().columns().isEmpty() || parts < 2 ? 0 : count(read, KeyRange.ALL);
        if (rows < 2) {
            return List.of(KeyRange.ALL);
        }
        List<KeyRange> ranges = new ArrayList<>();
        Optional<KeyTuple> after = Optional.empty();
        for (KeyTuple cut : cuts(read, Math.max(1, (rows + parts - 1) / parts), rows)) {
            ranges.add(new KeyRange(after, Optional.of(cut)));
            after = Optional.of(cut);
        }
        ranges.add(new KeyRange(after, Optional.empty()));
        return List.copyOf(ranges);
    }

    /** Every n-th key but the last. */
    private List<KeyTuple> cuts(TableRead read, long size, long rows) {
        List<ColumnRead> keys = read.columns().stream()
                .filter(column -> read.order().columns().contains(column.name()))
                .toList();
        List<KeyTuple> cuts = new ArrayList<>();
        try (RowCursor cursor = open(new TableRead(read.table(), keys, read.order()), KeyRange.ALL)) {
            for (long number = 1; cursor.next(); number++) {
                if (number % size == 0 && number < rows) {
                    cuts.add(cursor.key());
                }
            }
        }
        return cuts;
    }

    @Override
    public long count(TableRead read, KeyRange range) {
        String sql = "SELECT COUNT_BIG(*) FROM " + relation.apply(read.table()) + " AS " + ReadColumn.ROWS
                + new KeyBounds(read).where(range);
        return connections.with("counting " + read.table(), connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                try (ResultSet result = statement.executeQuery(sql)) {
                    result.next();
                    return result.getLong(1);
                }
            }
        });
    }
}
