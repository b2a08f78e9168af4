package dev.dmt.engine;

/** An open target. Thread-safe. */
public interface TargetDatabase extends TargetDialect, AutoCloseable {
    String engineVersion();

    Ledger ledger();

    /** Reads back what was loaded, for validation. */
    Reader reader();

    TargetCatalog catalog();

    @Override
    void close();
}
