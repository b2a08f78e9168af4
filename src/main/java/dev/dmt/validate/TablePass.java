package dev.dmt.validate;

import dev.dmt.engine.RowCursor;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** One way through a cursor: each row in canonical form to a visitor, rejected rows left out. */
final class TablePass {
    private static final int ROWS_A_BEAT = 4096;

    private final RejectFilter rejects;
    private final LongConsumer beat;
    private long rejected;

    /** @param beat hears now and then how many more rows have gone by */
    TablePass(RejectFilter rejects, LongConsumer beat) {
        this.rejects = rejects;
        this.beat = beat;
    }

    void run(RowCursor cursor, CanonicalRow row, Consumer<CanonicalRow> visitor) {
        int sinceBeat = 0;
        while (cursor.next()) {
            if (rejects.rejects(cursor) || !row.read(cursor)) {
                rejected++;
            } else {
                visitor.accept(row);
            }
            if (++sinceBeat == ROWS_A_BEAT) {
                beat.accept(sinceBeat);
                sinceBeat = 0;
                stopIfInterrupted();
            }
        }
        beat.accept(sinceBeat);
    }

    long rejected() {
        return rejected;
    }

    static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new DmtException(ErrorCode.CANCELLED, "validation was interrupted");
        }
    }
}
