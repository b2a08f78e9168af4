package dev.dmt.engine;

/** An open target. Thread-safe. */
public interface TargetDatabase extends TargetDialect, AutoCloseable {
    String engineVersion();

    Ledger ledger();

    /** Reads back what was loaded, for validation. */
    Reader reader();

    TargetCatalog catalog();

    /** Keeps a server that this process started up after it ends; says where it is. */
    String keepRunning();

    @Override
    void close();
}
