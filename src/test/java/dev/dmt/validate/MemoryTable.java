package dev.dmt.validate;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.Reader;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import dev.dmt.schema.RowOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table in memory that is read as an engine's would be. A value of {@link #BAD} cannot be had in its type. */
final class MemoryTable implements Reader {
    static final Object BAD = new Object();

    final List<@Nullable Object[]> rows = new ArrayList<>();
    private final List<String> columns;
    /** As an index on "id DESC" makes an engine do. */
    boolean downwards;

    int cursorsOpened;
    int rowsRead;

    MemoryTable(String... columns) {
        this.columns = Arrays.asList(columns);
    }

    MemoryTable row(@Nullable Object... values) {
        rows.add(values);
        return this;
    }

    MemoryTable copy() {
        MemoryTable copy = new MemoryTable(columns.toArray(new String[0]));
        rows.forEach(row -> copy.rows.add(row.clone()));
        return copy;
    }

    @Override
    public RowCursor open(TableRead read, KeyRange range) {
        cursorsOpened++;
        int[] places = read.columns().stream()
                .map(ColumnRead::name)
                .mapToInt(columns::indexOf)
                .toArray();
        List<@Nullable Object[]> selected = new ArrayList<>(rows);
        if (read.order().kind() == RowOrder.Kind.KEY && read.order().columns().size() == 1) {
            int key = columns.indexOf(read.order().columns().get(0));
            selected.removeIf(row -> !inRange(row[key], range));
            selected.sort(Comparator.comparing(
                    row -> row[key] instanceof Number number ? number.longValue() : Long.MIN_VALUE));
        }
        if (downwards) {
            Collections.reverse(selected);
        }
        return new MemoryCursor(selected, places);
    }

    private static boolean inRange(@Nullable Object key, KeyRange range) {
        if (range.equals(KeyRange.ALL)) {
            return true;
        }
        return key instanceof Number number
                && range.after().map(t -> number.longValue() > bound(t)).orElse(true)
                && range.upTo().map(t -> number.longValue() <= bound(t)).orElse(true);
    }

    private static long bound(KeyTuple tuple) {
        return ((KeyValue.Whole) tuple.values().get(0)).value();
    }

    @Override
    public List<KeyRange> partitions(TableRead read, int parts) {
        return List.of(KeyRange.ALL);
    }

    @Override
    public long count(TableRead read, KeyRange range) {
        return rows.size();
    }

    private final class MemoryCursor implements RowCursor {
        private final List<@Nullable Object[]> selected;
        private final int[] places;
        private final ByteView view = new ByteView();
        private int at = -1;

        MemoryCursor(List<@Nullable Object[]> selected, int[] places) {
            this.selected = selected;
            this.places = places;
        }

        private Object value(int column) {
            Object value = selected.get(at)[places[column]];
            if (value == null || BAD.equals(value)) {
                throw new BadValueException(column, "not of its type");
            }
            return value;
        }

        @Override
        public boolean next() {
            rowsRead++;
            return ++at < selected.size();
        }

        @Override
        public boolean isNull(int column) {
            return selected.get(at)[places[column]] == null;
        }

        @Override
        public long getLong(int column) {
            return ((Number) value(column)).longValue();
        }

        @Override
        public double getDouble(int column) {
            return ((Number) value(column)).doubleValue();
        }

        @Override
        public ByteView bytes(int column) {
            Object value = value(column);
            byte[] bytes = value instanceof byte[] raw ? raw : value.toString().getBytes(StandardCharsets.UTF_8);
            // The same array for every value, as engines do.
            byte[] shared = view.array().length >= bytes.length ? view.array() : new byte[bytes.length * 2];
            Arrays.fill(shared, (byte) '!');
            System.arraycopy(bytes, 0, shared, 0, bytes.length);
            return view.set(shared, 0, bytes.length);
        }

        @Override
        public KeyTuple key() {
            return KeyTuple.of(at + 1);
        }

        @Override
        public void close() {}
    }
}
