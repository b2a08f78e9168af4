package dev.dmt.schema;

import java.util.List;
import java.util.Optional;

/** A secondary index; partial where it has a predicate. */
public record Index(String name, List<IndexPart> parts, boolean unique, Optional<String> predicateSql) {
    public Index {
        parts = List.copyOf(parts);
    }
}
