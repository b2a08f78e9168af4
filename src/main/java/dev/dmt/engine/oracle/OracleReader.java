package dev.dmt.engine.oracle;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.Reader;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.TableName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what an Oracle holds. Thread-safe. */
final class OracleReader implements Reader {
    private final JdbcConnections connections;
    private final Function<TableName, String> relation;

    /** @param relation what to write after FROM for a table */
    OracleReader(JdbcConnections connections, Function<TableName, String> relation) {
        this.connections = connections;
        this.relation = relation;
    }

    @Override
    public RowCursor open(TableRead read, KeyRange range) {
        return new OracleCursor(connections, read, range, relation.apply(read.table()));
    }

    @Override
    public List<KeyRange> partitions(TableRead read, int parts) {
        boolean ordered = read.order().kind() == RowOrder.Kind.PLACE
                || !read.order().columns().isEmpty();
        long rows = !ordered || parts < 2 ? 0 : count(read, KeyRange.ALL);
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

    /** Every n-th key but the last: the keys alone are read, which an index answers. */
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
        KeyBounds bounds = new KeyBounds(read);
        String sql = "SELECT COUNT(*) FROM " + relation.apply(read.table()) + bounds.where(range);
        ErrorContext where = ErrorContext.at("table", read.table().toString());
        return connections.with("counting " + read.table(), where, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bounds.bind(statement, range);
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    return result.getLong(1);
                }
            }
        });
    }
}
