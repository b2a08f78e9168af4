package dev.dmt.engine;

import dev.dmt.schema.TableName;
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
     */
    UnitSession claim(LedgerClaim claim);

    /** A claim on work that changes no table. */
    default UnitSession claim(String runId, String unit, String owner, Duration lease) {
        return claim(new LedgerClaim(runId, unit, "", owner, lease));
    }

    /**
     * What the transaction that makes a table anew says last: all that other runs have in the ledger for this table is
     * void, so that a late attempt of theirs is fenced off.
     */
    List<String> supersede(String runId, TableName table);

    /** Forgets units on purpose. */
    void forget(String runId, List<String> units);

    /** Drops the ledger's table. */
    void drop();
}
