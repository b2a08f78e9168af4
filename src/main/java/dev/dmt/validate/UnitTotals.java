package dev.dmt.validate;

/** What a table's units say they did, by the ledger: rows read, rejected, and taken by the target. */
public record UnitTotals(long read, long rejected, long written) {}
