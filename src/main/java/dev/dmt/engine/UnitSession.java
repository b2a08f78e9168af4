package dev.dmt.engine;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A claimed unit on a connection of its own. Every method is one transaction that also moves the ledger row, and fails
 * with FENCED, having changed nothing, where another attempt has taken the unit over. One thread's own.
 */
public interface UnitSession extends AutoCloseable {
    /** The row as of the claim or the last advance. */
    LedgerRow row();

    /** Runs statements in order. */
    void execute(List<String> statements, Advance advance);

    /**
     * Loads a chunk, given in the target's wire format; returns the rows the database says it took.
     *
     * @param advance asked for once, when the chunk has been read to its end: a chunk that is still being made while it
     *     loads knows no earlier where it ends
     */
    long load(TableLoad load, InputStream chunk, Supplier<Advance> advance);

    /** The same for a chunk whose end is known. */
    default long load(TableLoad load, InputStream chunk, Advance advance) {
        return load(load, chunk, () -> advance);
    }

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
