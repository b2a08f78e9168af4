package dev.dmt.engine.sqlite.ddl;

import java.util.List;
import java.util.Optional;

/** What a CREATE INDEX text says; a part's text is without its collation and direction. */
record IndexDeclaration(String name, String table, boolean unique, List<Part> parts, Optional<String> predicate) {
    record Part(String text, Optional<String> collation, boolean descending) {}

    IndexDeclaration {
        parts = List.copyOf(parts);
    }
}
