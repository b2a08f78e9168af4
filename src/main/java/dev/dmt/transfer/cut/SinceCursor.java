package dev.dmt.transfer.cut;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;
import dev.dmt.engine.Reader;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.Since;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.KeyTuple;

/** Leaves out what a read did not ask for and the source gave all the same. */
final class SinceCursor implements RowCursor {
    private final RowCursor rows;
    private final int column;
    private final long least;

    private SinceCursor(RowCursor rows, int column, long least) {
        this.rows = rows;
        this.column = column;
        this.least = least;
    }

    /** Opens a read's rows by their values. */
    static RowCutter.Opening over(Reader reader) {
        return (read, range) -> {
            RowCursor rows = reader.open(read, range);
            return read.since()
                    .<RowCursor>map(since -> new SinceCursor(rows, place(read, since), since.least()))
                    .orElse(rows);
        };
    }

    private static int place(TableRead read, Since since) {
        for (int i = 0; i < read.columns().size(); i++) {
            if (read.columns().get(i).name().equals(since.column())) {
                return i;
            }
        }
        throw new IllegalStateException("the column " + since.column() + " is not among those read");
    }

    @Override
    public boolean next() {
        while (rows.next()) {
            if (isWanted()) {
                return true;
            }
        }
        return false;
    }

    /** A value that cannot be had is no reason to leave its row out. */
    private boolean isWanted() {
        try {
            return rows.isNull(column) || rows.getLong(column) >= least;
        } catch (BadValueException e) {
            return true;
        }
    }

    @Override
    public boolean isNull(int which) {
        return rows.isNull(which);
    }

    @Override
    public long getLong(int which) {
        return rows.getLong(which);
    }

    @Override
    public int nanosOfMicrosecond(int which) {
        return rows.nanosOfMicrosecond(which);
    }

    @Override
    public double getDouble(int which) {
        return rows.getDouble(which);
    }

    @Override
    public ByteView bytes(int which) {
        return rows.bytes(which);
    }

    @Override
    public KeyTuple key() {
        return rows.key();
    }

    @Override
    public void close() {
        rows.close();
    }
}
