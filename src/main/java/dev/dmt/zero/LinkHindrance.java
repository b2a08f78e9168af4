package dev.dmt.zero;

import dev.dmt.schema.ForeignKey;
import java.util.Optional;

/** Why a foreign key cannot be followed. */
record LinkHindrance(NamedTable child, ForeignKey key) {
    Optional<ZeroFinding> against(Optional<NamedTable> parent) {
        return parent.isEmpty()
                ? Optional.of(finding(
                        "it refers to %s, which is left out".formatted(key.referencedTable()),
                        "The relationship comes by itself once that table is synced."))
                : reason(parent.get()).map(reason -> finding(reason, ""));
    }

    private Optional<String> reason(NamedTable parent) {
        for (int i = 0; i < key.columns().size(); i++) {
            String here = key.columns().get(i);
            String there = key.referencedColumns().get(i);
            if (!child.holds(here)) {
                return Optional.of("its column %s is left out".formatted(here));
            }
            if (!parent.holds(there)) {
                return Optional.of("it refers to %s.%s, which is left out".formatted(key.referencedTable(), there));
            }
            ZeroType type = child.column(here).type();
            ZeroType typeThere = parent.column(there).type();
            if (type instanceof ZeroType.Json || typeThere instanceof ZeroType.Json) {
                return Optional.of("Zero does not compare JSON values, which %s holds".formatted(here));
            }
            if (!kind(type).equals(kind(typeThere))) {
                return Optional.of("%s is a %s to Zero, and %s.%s a %s: they never meet"
                        .formatted(here, kind(type), key.referencedTable(), there, kind(typeThere)));
            }
        }
        return Optional.empty();
    }

    private static String kind(ZeroType type) {
        if (type instanceof ZeroType.Number) {
            return "number";
        }
        return type instanceof ZeroType.Bool ? "boolean" : "string";
    }

    private ZeroFinding finding(String reason, String remedy) {
        return new ZeroFinding(
                ZeroFinding.Kind.RELATIONSHIP_LEFT_OUT,
                child.selected().name().toString(),
                String.join(", ", key.columns()),
                reason,
                remedy);
    }
}
