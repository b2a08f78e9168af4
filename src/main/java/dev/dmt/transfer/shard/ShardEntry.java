package dev.dmt.transfer.shard;

import dev.dmt.schema.KeyTuple;
import java.util.List;
import java.util.Optional;

/**
 * A shard in its manifest.
 *
 * @param number from 1; the ledger's chunk for units that are read in an order
 * @param after the key behind which it begins; absent at the table's start
 * @param upTo the last key it covers; absent where it reaches to the unit's open end
 * @param rowsRead rows taken from the source, rejected ones included
 * @param rows rows in the file
 * @param bytes the CSV's size before compression
 * @param storedBytes the file's size
 * @param sha256 of the stored bytes
 * @param nonNull per column, rows of the file that have a value
 */
public record ShardEntry(
        int number,
        Optional<KeyTuple> after,
        Optional<KeyTuple> upTo,
        long rowsRead,
        long rows,
        long rowsRejected,
        long bytes,
        long storedBytes,
        String sha256,
        List<Long> nonNull,
        double seconds) {
    public ShardEntry {
        nonNull = List.copyOf(nonNull);
    }
}
