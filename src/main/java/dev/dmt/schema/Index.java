package dev.dmt.schema;

import java.util.List;
import java.util.Optional;

/**
 * A secondary index; partial where it has a predicate.
 *
 * @param ownSql all that follows the table's name in the words of its own engine, where parts and predicate cannot tell
 *     all of it: they are then empty
 */
public record Index(
        String name, List<IndexPart> parts, boolean unique, Optional<String> predicateSql, Optional<String> ownSql) {
    public Index {
        parts = List.copyOf(parts);
    }

    public Index(String name, List<IndexPart> parts, boolean unique, Optional<String> predicateSql) {
        this(name, parts, unique, predicateSql, Optional.empty());
    }

    /** An index in the words of its own engine. */
    public static Index own(String name, boolean unique, String sql) {
        return new Index(name, List.of(), unique, Optional.empty(), Optional.of(sql));
    }
}
