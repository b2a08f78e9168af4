package dev.dmt.validate;

import dev.dmt.engine.RowCursor;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

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

    /** Goes on as long as there are rows and the visitor says so; returns false where it was the visitor that stopped. */
    boolean run(RowCursor cursor, CanonicalRow row, Predicate<CanonicalRow> visitor) {
        int sinceBeat = 0;
        while (cursor.next()) {
            if (rejects.rejects(cursor) || !row.read(cursor)) {
                rejected++;
            } else if (!visitor.test(row)) {
                return false;
            }
            if (++sinceBeat == ROWS_A_BEAT) {
                beat.accept(sinceBeat);
                sinceBeat = 0;
                stopIfInterrupted();
            }
        }
        beat.accept(sinceBeat);
        return true;
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
