package dev.dmt.engine.contract;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.RowCursor;
import dev.dmt.schema.KeyTuple;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Rows of values as {@link Sample} has them; null is NULL. */
@NullUnmarked
final class ValueCursor implements RowCursor {
    private final Iterator<Object[]> rows;
    private final ByteView view = new ByteView();
    private Object[] row = new Object[0];
    private long number;

    ValueCursor(List<Object[]> rows) {
        this.rows = rows.iterator();
    }

    @Override
    public boolean next() {
        if (!rows.hasNext()) {
            return false;
        }
        row = rows.next();
        number++;
        return true;
    }

    @Override
    public boolean isNull(int column) {
        return row[column] == null;
    }

    @Override
    public long getLong(int column) {
        return row[column] instanceof Sample.Moment moment ? moment.micros() : ((Number) row[column]).longValue();
    }

    @Override
    public int nanosOfMicrosecond(int column) {
        return row[column] instanceof Sample.Moment moment ? moment.nanos() : 0;
    }

    @Override
    public double getDouble(int column) {
        return ((Number) row[column]).doubleValue();
    }

    @Override
    public ByteView bytes(int column) {
        byte[] bytes =
                row[column] instanceof byte[] raw ? raw : ((String) row[column]).getBytes(StandardCharsets.UTF_8);
        return view.set(bytes, 0, bytes.length);
    }

    @Override
    public KeyTuple key() {
        return KeyTuple.of(number);
    }

    @Override
    public void close() {}
}
