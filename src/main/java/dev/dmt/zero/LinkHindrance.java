package dev.dmt.zero;

import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Why a foreign key cannot be followed. */
record LinkHindrance(NamedTable child, ForeignKey key) {
    Optional<ZeroFinding> against(Optional<NamedTable> parent) {
        if (parent.isEmpty()) {
            return finding(
                    "that table is left out",
                    "Take " + key.referencedTable() + " in, or live without the relationship.");
        }
        NamedTable found = parent.get();
        List<String> missing = missing(child, key.columns());
        List<String> missingThere = missing(found, key.referencedColumns());
        if (!missing.isEmpty()) {
            return finding(columns(missing, child.selected().name()), "");
        }
        if (!missingThere.isEmpty()) {
            return finding(columns(missingThere, found.selected().name()), "");
        }
        for (int i = 0; i < key.columns().size(); i++) {
            Optional<String> conflict = conflict(found, i);
            if (conflict.isPresent()) {
                return finding(conflict.get(), "");
            }
        }
        return Optional.empty();
    }

    private static List<String> missing(NamedTable table, List<String> columns) {
        return columns.stream().filter(column -> !table.holds(List.of(column))).toList();
    }

    private static String columns(List<String> missing, TableName table) {
        return missing.size() == 1
                ? "the column %s of %s is left out".formatted(missing.get(0), table)
                : "the columns %s of %s are left out".formatted(String.join(", ", missing), table);
    }

    private Optional<String> conflict(NamedTable parent, int index) {
        ZeroColumn here = child.column(key.columns().get(index));
        ZeroColumn there = parent.column(key.referencedColumns().get(index));
        if (here.type() instanceof ZeroType.Json || there.type() instanceof ZeroType.Json) {
            return Optional.of("Zero does not compare JSON values, which %s holds".formatted(here.server()));
        }
        return kind(here.type()).equals(kind(there.type()))
                ? Optional.empty()
                : Optional.of("%s is a %s to Zero, and %s a %s, so they never meet"
                        .formatted(here.server(), kind(here.type()), there.server(), kind(there.type())));
    }

    private static String kind(ZeroType type) {
        if (type instanceof ZeroType.Number) {
            return "number";
        }
        return type instanceof ZeroType.Bool ? "boolean" : "string";
    }

    private Optional<ZeroFinding> finding(String reason, String remedy) {
        String name = key.name().isEmpty() ? "A foreign key" : "The foreign key " + key.name();
        return Optional.of(new ZeroFinding(
                ZeroFinding.Kind.RELATIONSHIP_LEFT_OUT,
                child.selected().name().toString(),
                String.join(", ", key.columns()),
                "%s to %s became no relationship: %s.".formatted(name, key.referencedTable(), reason),
                remedy));
    }
}
