package dev.dmt.engine.jdbc;

import dev.dmt.engine.Advance;
import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerNote;
import dev.dmt.engine.LedgerRow;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The ledger in an engine's own words. Each method but {@link #ensure}, {@link #drop} and {@link #supersede} works in the
 * transaction that its caller has begun, ends nothing, and leaves it to the caller to commit or roll back. Every time is
 * the database's clock; no client's clock is ever asked. Thread-safe.
 */
public interface LedgerDialect extends Transactions {
    /** Creates the ledger's table if it is not there, and commits. Safe when several processes do so at once. */
    void ensure(Connection connection) throws SQLException;

    Optional<LedgerRow> find(Connection connection, String runId, String unit) throws SQLException;

    /** By unit. */
    List<LedgerRow> list(Connection connection, String runId) throws SQLException;

    /**
     * Gives the row where the claim is granted: the unit is new, free, its lease has run out, or the session that held it
     * has ended and can commit no more. Its epoch is then raised. Of several at once at most one is granted; one that the
     * others get in the way of may also fail, with {@link SqlFailures#isContention}.
     */
    Optional<LedgerRow> claim(Connection connection, LedgerClaim claim) throws SQLException;

    /**
     * Takes the unit from a holder whose process has died on the machine that asks. An engine that sees by itself when a
     * session ends leaves it to {@link #claim}, which is then tried for a while.
     */
    default Optional<LedgerRow> inherit(Connection connection, LedgerClaim claim, LedgerRow dead) throws SQLException {
        return Optional.empty();
    }

    /** Locks the row to the end of the transaction and tells whether the unit is still ours: epoch and all. */
    boolean hold(Connection connection, LedgerRow held) throws SQLException;

    /** Moves the row, and prolongs the lease; empty where the unit is another's. */
    Optional<LedgerRow> advance(Connection connection, LedgerRow held, Step step) throws SQLException;

    /**
     * Prolongs the lease and tells whether the unit is still ours. A row that is locked is being advanced by its owner this
     * moment, and need not be waited for.
     */
    boolean renew(Connection connection, LedgerRow held, Duration lease) throws SQLException;

    boolean isMine(Connection connection, LedgerRow held) throws SQLException;

    /** Ends the lease, where the unit is still ours. */
    void release(Connection connection, LedgerRow held) throws SQLException;

    void forget(Connection connection, String runId, List<String> units) throws SQLException;

    /** See {@link dev.dmt.engine.Ledger#supersede}. */
    List<String> supersede(String runId, TableName target);

    /** Drops the table if it is there, and commits. */
    void drop(Connection connection) throws SQLException;

    /** Puts a note into the table, in the place of an earlier one. */
    default void note(Connection connection, LedgerNote note) throws SQLException {
        LedgerClaim claim =
                new LedgerClaim(LedgerNote.RUN_ID, note.unit(), note.table().toString(), "", Duration.ZERO);
        Optional<LedgerRow> row = claim(connection, claim);
        if (row.isEmpty()) {
            throw new SQLException("another attempt is writing the note " + note.unit(), "40001");
        }
        Advance advance = new Advance(row.get().chunk() + 1, Optional.of(note.text()), 0, 0, true);
        advance(connection, row.get(), new Step(advance, 0, Duration.ZERO));
        release(connection, row.get());
    }

    /** False where a statement of DDL commits by itself: the fence is then asked before each. */
    default boolean ddlIsTransactional() {
        return true;
    }

    /** A move of the row. */
    record Step(Advance advance, long written, Duration lease) {}
}
