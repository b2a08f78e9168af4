package dev.dmt.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A unit in the ledger.
 *
 * @param chunk the number of the last chunk that is durably in the target, 0 before the first
 * @param watermark the last key that is durably in the target
 */
public record LedgerRow(
        String runId,
        String unit,
        boolean done,
        long epoch,
        String owner,
        Instant leaseUntil,
        long chunk,
        Optional<String> watermark,
        long rowsRead,
        long rowsWritten,
        long rowsRejected) {}
