package dev.dmt.zero;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A table's relationships as a constant of a schema file. */
final class RelationshipText {
    /** By the identifiers of their tables, none of them that of a table. */
    private final Map<String, String> constants = new HashMap<>();

    RelationshipText(List<ZeroTable> tables) {
        Set<String> taken =
                new HashSet<>(tables.stream().map(ZeroTable::identifier).toList());
        for (ZeroTable table : tables) {
            String constant = table.identifier() + "Relationships";
            while (!taken.add(constant)) {
                constant += "_";
            }
            constants.put(table.identifier(), constant);
        }
    }

    String constant(ZeroTable table) {
        return constants.getOrDefault(table.identifier(), "");
    }

    String of(ZeroTable table, List<ZeroRelationship> relationships) {
        StringBuilder text = new StringBuilder("const ")
                .append(constant(table))
                .append(" = relationships(")
                .append(table.identifier())
                .append(", ({ ")
                .append(connectors(relationships))
                .append(" }) => ({\n");
        for (ZeroRelationship relationship : relationships) {
            text.append("  ")
                    .append(TypeScript.key(relationship.name()))
                    .append(": ")
                    .append(connector(relationship))
                    .append('(')
                    .append(hops(relationship.hops()))
                    .append("),\n");
        }
        return text.append("}));\n").toString();
    }

    /** Only those used, as compilers may be told to refuse others. */
    private static String connectors(List<ZeroRelationship> relationships) {
        return relationships.stream()
                .map(RelationshipText::connector)
                .distinct()
                .sorted((one, other) -> other.compareTo(one))
                .collect(Collectors.joining(", "));
    }

    private static String connector(ZeroRelationship relationship) {
        return relationship.many() ? "many" : "one";
    }

    private static String hops(List<ZeroRelationship.Hop> hops) {
        return hops.size() == 1
                ? hop(hops.get(0), "  ")
                : hops.stream()
                        .map(hop -> "\n    " + hop(hop, "    ") + ",")
                        .collect(Collectors.joining("", "", "\n  "));
    }

    private static String hop(ZeroRelationship.Hop hop, String indent) {
        return "{\n%1$s  sourceField: [%2$s],\n%1$s  destField: [%3$s],\n%1$s  destSchema: %4$s,\n%1$s}"
                .formatted(
                        indent,
                        TypeScript.literals(hop.sourceFields()),
                        TypeScript.literals(hop.destinationFields()),
                        hop.destination());
    }
}
