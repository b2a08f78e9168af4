package dev.dmt.engine.sqlite;

import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a table into ranges of equal rows. Rowids without gaps are cut by arithmetic; otherwise SQLite steps from cut to
 * cut by itself, which costs about one pass over the b-tree and looks at no values.
 */
final class Partitions {
    private final Connection connection;
    private final boolean utf16;
    private final RangeQuery query;

    Partitions(Connection connection, boolean utf16, RangeQuery query) {
        this.connection = connection;
        this.utf16 = utf16;
        this.query = query;
    }

    List<KeyRange> cut(int parts) throws SQLException {
        if (parts <= 1 || query.keySize() == 0) {
            return List.of(KeyRange.ALL);
        }
        long count = count();
        int useful = (int) Math.min(parts, Math.max(1, count));
        List<KeyTuple> cuts = new ArrayList<>();
        Optional<Long> first = denseFrom(count);
        KeyRange rest = KeyRange.ALL;
        long done = 0;
        for (int part = 1; part < useful; part++) {
            long upTo = count / useful * part + Math.min(part, count % useful);
            KeyTuple cut = first.isPresent() ? KeyTuple.of(first.get() + upTo - 1) : behind(rest, upTo - done - 1);
            cuts.add(cut);
            rest = rest.resumedAfter(cut);
            done = upTo;
        }
        return ranges(cuts);
    }

    private static List<KeyRange> ranges(List<KeyTuple> cuts) {
        List<KeyRange> ranges = new ArrayList<>();
        Optional<KeyTuple> after = Optional.empty();
        for (KeyTuple cut : cuts) {
            ranges.add(new KeyRange(after, Optional.of(cut)));
            after = Optional.of(cut);
        }
        ranges.add(new KeyRange(after, Optional.empty()));
        return ranges;
    }

    private long count() throws SQLException {
        try (NativeRows rows = NativeRows.query(connection, query.count(KeyRange.ALL), utf16)) {
            rows.next();
            return rows.integer(0);
        }
    }

    /** The first rowid, where every rowid up to the last is in use. */
    private Optional<Long> denseFrom(long count) throws SQLException {
        if (!query.ordersByRowid() || count == 0) {
            return Optional.empty();
        }
        try (NativeRows rows = NativeRows.query(connection, query.rowidBounds(), utf16)) {
            rows.next();
            long least = rows.integer(0);
            return rows.integer(1) - least == count - 1 ? Optional.of(least) : Optional.empty();
        }
    }

    private KeyTuple behind(KeyRange range, long skipped) throws SQLException {
        try (NativeRows rows = NativeRows.query(connection, query.keyBehind(range, skipped), utf16)) {
            rows.next();
            return new KeyReading(0, query.keySize()).read(rows);
        }
    }
}
