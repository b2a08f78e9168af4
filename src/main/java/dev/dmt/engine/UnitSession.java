package dev.dmt.engine;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A claimed unit on a connection of its own. Every method is one transaction that also moves the ledger row, and fails
 * with FENCED, having changed nothing, where another attempt has taken the unit over. One thread's own.
 */
public interface UnitSession extends AutoCloseable {
    /** The row as of the claim or the last advance. */
    LedgerRow row();

    /** Runs statements in order. */
    void execute(List<String> statements, Advance advance);

    /** Loads a chunk, given in the target's wire format; returns the rows the database says it took. */
    long load(TableLoad load, InputStream chunk, Advance advance);

    /**
     * Tries a chunk and rolls it back, the ledger row as it was: why the target would refuse it, empty where it would take
     * it. Without values of the rows in the text.
     */
    default Optional<String> refusal(TableLoad load, InputStream chunk) {
        throw new UnsupportedOperationException("this target cannot try a chunk");
    }

    /** Gives the lease back, if it is still ours. */
    @Override
    void close();
}
