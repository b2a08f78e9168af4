package dev.dmt.engine;

import java.util.Optional;

/** How a ledger row moves in the same transaction as the work it stands for. The counts are added, the rest replaces. */
public record Advance(long chunk, Optional<String> watermark, long rowsRead, long rowsRejected, boolean done) {
    /** The work of a unit that has no chunks is complete. */
    public static Advance completed() {
        return new Advance(0, Optional.empty(), 0, 0, true);
    }
}
