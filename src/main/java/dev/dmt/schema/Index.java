package dev.dmt.schema;

import java.util.List;
import java.util.Optional;

/**
 * A secondary index; partial where it has a predicate.
 *
 * @param ownSql all that follows the table's name in the words of its own engine, where parts and predicate cannot tell
 *     all of it: they are then empty
 * @param included columns that the index carries beside its parts
 */
public record Index(
        String name,
        List<IndexPart> parts,
        boolean unique,
        Optional<String> predicateSql,
        Optional<String> ownSql,
        List<String> included) {
    public Index {
        parts = List.copyOf(parts);
        included = List.copyOf(included);
    }

    public Index(String name, List<IndexPart> parts, boolean unique, Optional<String> predicateSql) {
        this(name, parts, unique, predicateSql, Optional.empty(), List.of());
    }

    /** An index in the words of its own engine. */
    public static Index own(String name, boolean unique, String sql) {
        return new Index(name, List.of(), unique, Optional.empty(), Optional.of(sql), List.of());
    }
}
