package dev.dmt.zero;

import java.util.List;

/**
 * A way from one table to another.
 *
 * @param table the identifier of the table it belongs to
 * @param hops one, or two where a junction lies between
 */
public record ZeroRelationship(String table, String name, boolean many, List<Hop> hops) {
    public ZeroRelationship {
        hops = List.copyOf(hops);
    }

    /**
     * One step of the way.
     *
     * @param destination the identifier of the table it leads to
     */
    public record Hop(List<String> sourceFields, List<String> destinationFields, String destination) {
        public Hop {
            sourceFields = List.copyOf(sourceFields);
            destinationFields = List.copyOf(destinationFields);
        }
    }
}
