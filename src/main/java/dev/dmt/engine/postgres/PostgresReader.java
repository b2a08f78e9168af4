package dev.dmt.engine.postgres;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.Reader;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.WireFormat;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.TableName;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a PostgreSQL holds. Thread-safe. */
final class PostgresReader implements Reader {
    private final JdbcConnections connections;
    private final Function<TableName, String> relation;

    /** Of a target. */
    PostgresReader(JdbcConnections connections) {
        this(connections, PostgresIdentifiers::quote);
    }

    /** @param relation what to write after FROM for a table */
    PostgresReader(JdbcConnections connections, Function<TableName, String> relation) {
        this.connections = connections;
        this.relation = relation;
    }

    @Override
    public RowCursor open(TableRead read, KeyRange range) {
        return new CopyCursor(connections, read, range, relation.apply(read.table()));
    }

    @Override
    public RowCursor open(TableRead read, KeyRange range, WireFormat.Own form) {
        return CopyCursor.passing(connections, read, range, relation.apply(read.table()));
    }

    @Override
    public List<KeyRange> partitions(TableRead read, int parts) {
        if (read.order().kind() == RowOrder.Kind.PLACE) {
            return places(read, parts);
        }
        long rows = read.order().columns().isEmpty() || parts < 2 ? 0 : count(read, KeyRange.ALL);
        if (rows < 2) {
            return List.of(KeyRange.ALL);
        }
        List<KeyTuple> cuts = cuts(read, Math.max(1, (rows + parts - 1) / parts), rows);
        List<KeyRange> ranges = new ArrayList<>();
        Optional<KeyTuple> after = Optional.empty();
        for (KeyTuple cut : cuts) {
            ranges.add(new KeyRange(after, Optional.of(cut)));
            after = Optional.of(cut);
        }
        ranges.add(new KeyRange(after, Optional.empty()));
        return List.copyOf(ranges);
    }

    /** Ranges of blocks, by how many the table's file has now: the last one is open, whatever has been added since. */
    private List<KeyRange> places(TableRead read, int parts) {
        String table = relation.apply(read.table()).replaceFirst("^ONLY ", "");
        String sql = "SELECT pg_catalog.pg_relation_size(" + PostgresIdentifiers.literal(table)
                + "::regclass) / current_setting('block_size')::bigint";
        long blocks = connections.with("measuring " + read.table(), connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            }
        });
        List<KeyRange> ranges = new ArrayList<>();
        Optional<KeyTuple> after = Optional.empty();
        long count = Math.max(1, Math.min(parts, blocks));
        for (long part = 1; part < count; part++) {
            Optional<KeyTuple> upTo = Optional.of(KeyTuple.of(blocks * part / count - 1));
            ranges.add(new KeyRange(after, upTo));
            after = upTo;
        }
        ranges.add(new KeyRange(after, Optional.empty()));
        return List.copyOf(ranges);
    }

    /** Every n-th key but the last: the keys alone are read through the cursor, so that they have its form. */
    private List<KeyTuple> cuts(TableRead read, long size, long rows) {
        List<ColumnRead> keys = new KeyBounds(read).keys();
        Stream.Builder<KeyTuple> cuts = Stream.builder();
        try (RowCursor cursor = open(new TableRead(read.table(), keys, read.order()), KeyRange.ALL)) {
            for (long number = 1; cursor.next(); number++) {
                if (number % size == 0 && number < rows) {
                    cuts.add(cursor.key());
                }
            }
        }
        return cuts.build().collect(Collectors.toList());
    }

    @Override
    public long count(TableRead read, KeyRange range) {
        String sql =
                "SELECT count(*)" + WireValue.from(relation.apply(read.table())) + new KeyBounds(read).where(range);
        return connections.with("counting " + read.table(), connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            }
        });
    }
}
