package dev.dmt.checkpoint;

import java.time.Instant;
import java.util.Optional;

/**
 * A unit's mirror of its ledger row ("steps/transfer/orders.p03"), with what the ledger does not keep.
 *
 * @param epoch how often the unit was claimed
 * @param chunk the last chunk (for export: shard) that is durable
 * @param bytes uncompressed bytes that went to the target
 * @param exportSeconds time spent on reading and encoding, over all attempts this checkpoint saw
 * @param loadSeconds time spent on loading
 */
public record UnitDocument(
        String unit,
        String table,
        WorkStatus status,
        long epoch,
        String owner,
        long chunk,
        Optional<String> watermark,
        long rowsRead,
        long rowsWritten,
        long rowsRejected,
        long bytes,
        Instant startedAt,
        Optional<Instant> finishedAt,
        double exportSeconds,
        double loadSeconds,
        Optional<FailureNote> failure) {}
