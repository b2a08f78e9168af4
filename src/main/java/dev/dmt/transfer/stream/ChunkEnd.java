package dev.dmt.transfer.stream;

import dev.dmt.schema.KeyTuple;
import java.util.Optional;

/**
 * What is known of a chunk once it is whole.
 *
 * @param upTo the last key that it covers; empty where it reaches to the unit's open end, or rows have no order
 * @param last true where no rows follow
 */
public record ChunkEnd(
        int number,
        Optional<KeyTuple> upTo,
        long rowsRead,
        long rowsRejected,
        long bytes,
        boolean last,
        double readSeconds) {
    public long rows() {
        return rowsRead - rowsRejected;
    }
}
