package dev.dmt.engine;

import java.time.Duration;

/**
 * A wish to work on a unit.
 *
 * @param table the target table that the work changes, empty where it is none
 * @param owner who asks: shown to whoever is refused
 */
public record LedgerClaim(String runId, String unit, String table, String owner, Duration lease) {}
