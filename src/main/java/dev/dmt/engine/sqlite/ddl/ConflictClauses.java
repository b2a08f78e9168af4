package dev.dmt.engine.sqlite.ddl;

import java.util.Locale;
import java.util.Optional;

/** Reads ON CONFLICT, which SQLite lets a constraint carry and other engines do not. */
final class ConflictClauses {
    private ConflictClauses() {}

    /** The clause with what it hangs on; empty where there is none, or where it says no more than the default. */
    static Optional<String> read(TokenStream tokens, String subject) {
        if (!tokens.acceptWords("ON", "CONFLICT")) {
            return Optional.empty();
        }
        String resolution = tokens.expectName().toUpperCase(Locale.ROOT);
        return resolution.equals("ABORT") ? Optional.empty() : Optional.of(subject + " ON CONFLICT " + resolution);
    }
}
