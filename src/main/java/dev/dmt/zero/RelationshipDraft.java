package dev.dmt.zero;

import java.util.List;

/**
 * A relationship that has no name yet.
 *
 * @param candidates the best first; the last one is numbered where all are taken
 */
record RelationshipDraft(NamedTable owner, List<String> candidates, boolean many, List<ZeroRelationship.Hop> hops) {
    RelationshipDraft {
        candidates = List.copyOf(candidates);
        hops = List.copyOf(hops);
    }

    ZeroRelationship named(String name) {
        return new ZeroRelationship(owner.table().identifier(), name, many, hops);
    }
}
