package dev.dmt.transfer.csv;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;
import dev.dmt.engine.RowCursor;
import dev.dmt.schema.KeyTuple;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/**
 * A cursor over rows written by hand: Long, Double, String, byte[] and {@link Fine} values, null for NULL, and {@link #BAD} for a value
 * that cannot be had. The first column is the key where it is a Long.
 */
@NullUnmarked
public final class FakeCursor implements RowCursor {
    public static final Object BAD = new Object();

    /** A time or timestamp to the nanosecond. */
    public record Fine(long micros, int nanos) {}

    private final Iterator<Object[]> rows;
    private final ByteView view = new ByteView();
    private Object[] row = new Object[0];
    private long number;

    public FakeCursor(Iterator<Object[]> rows) {
        this.rows = rows;
    }

    public static FakeCursor of(Object[]... rows) {
        return new FakeCursor(List.of(rows).iterator());
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
        Object value = good(column);
        return value instanceof Fine fine ? fine.micros() : (Long) value;
    }

    @Override
    public int nanosOfMicrosecond(int column) {
        return good(column) instanceof Fine fine ? fine.nanos() : 0;
    }

    @Override
    public double getDouble(int column) {
        return (Double) good(column);
    }

    @Override
    public ByteView bytes(int column) {
        Object value = good(column);
        byte[] bytes = value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) value;
        return view.set(bytes, 0, bytes.length);
    }

    @Override
    public KeyTuple key() {
        return KeyTuple.of(row[0] instanceof Long key ? key : number);
    }

    @Override
    public void close() {}

    private Object good(int column) {
        if (BAD.equals(row[column])) {
            throw new BadValueException(column, "cannot be had in its type");
        }
        return row[column];
    }
}
