package dev.dmt.transfer;

import dev.dmt.engine.Reader;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import dev.dmt.transfer.csv.FakeCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** A table of rows by number: the key, and a text or what {@link Rows} says. */
final class FakeReader implements Reader {
    /** Makes the row of a key; may throw as a source does. */
    interface Rows {
        Object[] row(long key);
    }

    final List<KeyRange> opened = new ArrayList<>();
    private final long count;
    private final Rows rows;

    FakeReader(long count, Rows rows) {
        this.count = count;
        this.rows = rows;
    }

    static FakeReader of(long count) {
        return new FakeReader(count, key -> new Object[] {key, "row " + key});
    }

    @Override
    public RowCursor open(TableRead read, KeyRange range) {
        opened.add(range);
        long from = range.after().map(FakeReader::number).orElse(0L) + 1;
        long to = range.upTo().map(FakeReader::number).orElse(count);
        return new FakeCursor(LongStream.rangeClosed(from, Math.min(to, count))
                .mapToObj(rows::row)
                .iterator());
    }

    @Override
    public List<KeyRange> partitions(TableRead read, int parts) {
        return List.of(KeyRange.ALL);
    }

    @Override
    public long count(TableRead read, KeyRange range) {
        return count;
    }

    private static long number(KeyTuple key) {
        return ((KeyValue.Whole) key.values().get(0)).value();
    }
}
