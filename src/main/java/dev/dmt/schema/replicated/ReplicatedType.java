package dev.dmt.schema.replicated;

import java.util.List;

/**
 * A column's type. {@code sql} is how the database spells it with all its arguments ({@code numeric(10,2)}), {@code name}
 * its catalog name without any ({@code int8}, {@code bpchar}, {@code citext}).
 */
public sealed interface ReplicatedType {
    String sql();

    record Plain(String sql, String name) implements ReplicatedType {}

    record Enumeration(String sql, List<String> members) implements ReplicatedType {
        public Enumeration {
            members = List.copyOf(members);
        }
    }

    /** A type of the users' own over another one. */
    record Domain(String sql, String over) implements ReplicatedType {}

    /** Composite types, ranges and whatever else is neither plain nor an enumeration. */
    record Other(String sql, String kind) implements ReplicatedType {}

    /**
     * An array.
     *
     * @param dimensions as declared; 0 where the column came out of a query and declares none
     */
    record Array(String sql, ReplicatedType element, int dimensions) implements ReplicatedType {}
}
