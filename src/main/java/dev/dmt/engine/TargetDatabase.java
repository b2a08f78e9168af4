package dev.dmt.engine;

import java.util.Optional;

/** An open target. Thread-safe. */
public interface TargetDatabase extends AutoCloseable {
    String engineVersion();

    TargetTypes types();

    Ddl ddl();

    Ledger ledger();

    /** Reads back what was loaded, for validation. */
    Reader reader();

    TargetCatalog catalog();

    /** The schema that tables go to unless the config renames them. */
    String defaultSchema();

    /** The encoding in which {@link UnitSession#load} wants its bytes. */
    WireFormat wireFormat();

    /** A name as this engine keeps it: shortened, folded; empty if it must not be used as it is. */
    Optional<String> acceptedName(String wanted);

    @Override
    void close();
}
