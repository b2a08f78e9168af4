package dev.dmt.transfer;

/**
 * How a unit ended: totals over all attempts.
 *
 * @param noop true where all was done before
 * @param bytes uncompressed bytes of the rows
 */
public record UnitResult(String unit, boolean noop, long rowsRead, long rowsWritten, long rowsRejected, long bytes) {}
