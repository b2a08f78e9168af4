package dev.dmt.engine;

import java.util.Optional;

/** An open target. Thread-safe. */
public interface TargetDatabase extends TargetDialect, AutoCloseable {
    String engineVersion();

    Ledger ledger();

    /** Reads back what was loaded, for validation. */
    Reader reader();

    TargetCatalog catalog();

    /** True where its tables would go to the very place that the source of this fingerprint is read from. */
    boolean isPlaceOf(String sourceFingerprint);

    /** The same for tables of one schema, where tables of a run may go to several. */
    default boolean isPlaceOf(String sourceFingerprint, String schema) {
        return isPlaceOf(sourceFingerprint);
    }

    /** What it can say of logical replication; empty where it has none. */
    Optional<ReplicationCatalog> replication();

    /** Keeps a server that this process started up after it ends; says where it is. */
    String keepRunning();

    /**
     * Ends within about two seconds whatever this process still asks of the server: statements are cancelled, then
     * connections cut, then a server of our own stopped. Called, from any thread, when the work is to stop; returns at once.
     */
    void endSoon();

    @Override
    void close();
}
