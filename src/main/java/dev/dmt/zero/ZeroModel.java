package dev.dmt.zero;

import java.util.List;

/** A whole Zero schema, every name decided, in the order in which it is written. */
public record ZeroModel(List<ZeroTable> tables, List<ZeroRelationship> relationships, List<ZeroFinding> findings) {
    public ZeroModel {
        tables = List.copyOf(tables);
        relationships = List.copyOf(relationships);
        findings = List.copyOf(findings);
    }
}
