package dev.dmt.engine.mysql;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.Reader;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a server holds. Thread-safe. */
final class MysqlReader implements Reader {
    private static final String TYPES = "SELECT COLUMN_NAME, DATA_TYPE, COLLATION_NAME FROM information_schema.COLUMNS"
            + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?";

    private final Sessions sessions;
    private final String schema;

    /** @param schema of tables that name none */
    MysqlReader(Sessions sessions, String schema) {
        this.sessions = sessions;
        this.schema = schema;
    }

    @Override
    public RowCursor open(TableRead read, KeyRange range) {
        return new MysqlCursor(sessions, read, bounds(read), range, relation(read.table()));
    }

    private String relation(TableName table) {
        return MysqlIdentifiers.quote(qualified(table));
    }

    private TableName qualified(TableName table) {
        return table.schema().isEmpty() ? new TableName(schema, table.name()) : table;
    }

    private KeyBounds bounds(TableRead read) {
        if (read.order().columns().isEmpty()) {
            return new KeyBounds(read.table(), List.of());
        }
        TableName table = qualified(read.table());
        return with("reading the key of " + table, connection -> {
            Map<String, String[]> held = new HashMap<>();
            new CatalogRows(connection)
                    .each(
                            TYPES,
                            row -> held.put(
                                    row.getString(1), new String[] {row.getString(2), CatalogRows.text(row, 3)}),
                            table.schema(),
                            table.name());
            List<KeyColumn> keys = new ArrayList<>();
            for (String name : read.order().columns()) {
                String[] facts = held.getOrDefault(name, new String[] {"", ""});
                keys.add(new KeyColumn(column(read, name), facts[0].toLowerCase(java.util.Locale.ROOT), facts[1]));
            }
            return new KeyBounds(read.table(), List.copyOf(keys));
        });
    }

    private static ColumnRead column(TableRead read, String name) {
        return read.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseGet(
                        () -> new ColumnRead(name, new LogicalType.Text(OptionalInt.empty()), MysqlSourceTypes.AS_IS));
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
        List<ColumnRead> keys =
                read.order().columns().stream().map(name -> column(read, name)).toList();
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
        String sql =
                "SELECT count(*) FROM " + relation(read.table()) + bounds(read).where(range);
        return with("counting " + read.table(), connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    private <T> T with(String doing, Asked<T> asked) {
        Connection connection = sessions.borrow();
        try {
            return asked.of(connection);
        } catch (SQLException e) {
            throw sessions.errors().during(e, doing, ErrorContext.NONE);
        } finally {
            sessions.giveBack(connection);
        }
    }

    /** What is asked on a connection. */
    private interface Asked<T> {
        T of(Connection connection) throws SQLException;
    }
}
