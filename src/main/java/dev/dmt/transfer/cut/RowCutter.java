package dev.dmt.transfer.cut;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.EncodeBuffer;
import dev.dmt.engine.Reader;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.RowEncoder;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.transfer.reject.BadRows;
import dev.dmt.transfer.reject.RejectFile;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a unit's rows from a position to its end, in pieces. One thread's own. */
public final class RowCutter implements AutoCloseable {
    /** Opens a cursor. */
    public interface Opening {
        RowCursor open(TableRead read, KeyRange range);
    }

    private final Opening opening;
    private final Cutting cutting;
    private final RowEncoder encoder;
    private final BadRows badRows;
    private @Nullable RowCursor cursor;
    private Optional<KeyTuple> position;
    private boolean ended;

    public RowCutter(Opening opening, Cutting cutting, RowEncoder encoder, BadRows badRows) {
        this.opening = opening;
        this.cutting = cutting;
        this.encoder = encoder;
        this.badRows = badRows;
        this.position = cutting.range().after();
    }

    /** Rows by their values, those alone that the read asks for. */
    public static Opening values(Reader reader) {
        return SinceCursor.over(reader);
    }

    /** True where no rows are left. */
    public boolean ended() {
        rows();
        return ended;
    }

    /** The key up to which rows were read; empty at the table's start, at its open end, and where rows have no order. */
    public Optional<KeyTuple> position() {
        return position;
    }

    /**
     * Writes the rows of one piece; gives how many were read. Looks one row ahead, so that the piece which ends the unit is
     * known as such when it is loaded. A key is had from the cursor only where a piece is cut: a key for each row would cost
     * more than its values.
     */
    public long fill(EncodeBuffer buffer, RejectFile rejected) throws IOException {
        RowCursor rows = rows();
        long read = 0;
        boolean full = false;
        while (!ended && !full) {
            cutting.beforeEachRow().run();
            try {
                encoder.encode(rows, buffer);
            } catch (BadValueException e) {
                badRows.accept(rows, e, rejected);
            }
            read++;
            full = read >= cutting.mostRows() || buffer.written() >= cutting.mostBytes();
            if (full && cutting.ordered()) {
                position = Optional.of(rows.key());
            }
            ended = !rows.next();
        }
        if (ended && !full && cutting.ordered()) {
            position = cutting.range().upTo();
        }
        return read;
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
        }
    }

    private RowCursor rows() {
        if (cursor != null) {
            return cursor;
        }
        RowCursor opened = opening.open(cutting.read(), cutting.range());
        cursor = opened;
        ended = !opened.next();
        return opened;
    }
}
