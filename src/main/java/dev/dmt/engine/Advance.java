package dev.dmt.engine;

import java.util.Optional;

/** How a ledger row moves in the same transaction as the work it stands for. The counts are added, the rest replaces. */
public record Advance(
        long chunk,
        Optional<String> watermark,
        long rowsRead,
        long rowsRejected,
        boolean done,
        Optional<LedgerNote> note) {
    /** Without a note. */
    public Advance(long chunk, Optional<String> watermark, long rowsRead, long rowsRejected, boolean done) {
        this(chunk, watermark, rowsRead, rowsRejected, done, Optional.empty());
    }

    /** The same, with a note for later runs in the same transaction. */
    public Advance noting(Optional<LedgerNote> newNote) {
        return new Advance(chunk, watermark, rowsRead, rowsRejected, done, newNote);
    }

    /** The work of a unit that has no chunks is complete. */
    public static Advance completed() {
        return new Advance(0, Optional.empty(), 0, 0, true);
    }
}
