package dev.dmt.engine;

import dev.dmt.schema.KeyRange;
import java.util.List;

/** Reads rows. Thread-safe: each cursor has a connection of its own. */
public interface Reader {
    /** Opens a cursor over the rows of a key range, in the read's order. */
    RowCursor open(TableRead read, KeyRange range);

    /** As {@link #open(TableRead, KeyRange)}, for rows that are wanted by {@link RowCursor#encoded} alone. */
    default RowCursor open(TableRead read, KeyRange range, WireFormat.Own form) {
        throw new UnsupportedOperationException("this source has no rows in the form " + form.name());
    }

    /** Cuts a table into at most {@code parts} ranges of about equal rows; the last is open-ended, the first too. */
    List<KeyRange> partitions(TableRead read, int parts);

    /** Counts exactly. */
    long count(TableRead read, KeyRange range);
}
