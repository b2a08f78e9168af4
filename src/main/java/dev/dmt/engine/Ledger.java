package dev.dmt.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The truth about what is durably in the target: one row a unit, in the target itself. */
public interface Ledger {
    /** Creates the ledger's table if it is not there. Safe when several processes do so at once. */
    void ensure();

    Optional<LedgerRow> find(String runId, String unit);

    List<LedgerRow> list(String runId);

    /**
     * Takes a unit: raises its epoch, by the database's clock. The session keeps the lease alive until it is closed.
     * Throws LEASE_HELD where another live attempt has it.
     *
     * @param owner who asks: shown to whoever is refused
     */
    UnitSession claim(String runId, String unit, String owner, Duration lease);

    /** Forgets units whose name matches, on purpose. */
    void forget(String runId, List<String> units);

    /** Drops the ledger's table. */
    void drop();
}
