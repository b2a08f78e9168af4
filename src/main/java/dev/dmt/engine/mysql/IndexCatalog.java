package dev.dmt.engine.mysql;

import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.Omission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table's keys and indexes, and by name those that mean nothing elsewhere. */
final class IndexCatalog {
    private static final String PRIMARY = "PRIMARY";

    private final String table;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Omission> omissions = new ArrayList<>();

    IndexCatalog(String table) {
        this.table = table;
    }

    /** One part of an index, in the index's order. */
    void add(String name, boolean unique, String kind, Part part) {
        drafts.computeIfAbsent(name, key -> new Draft(unique, kind, new ArrayList<>()))
                .parts
                .add(part);
    }

    Optional<Key> primary() {
        return Optional.ofNullable(drafts.get(PRIMARY))
                .filter(draft -> draft.parts.stream().noneMatch(Part::cut))
                .map(draft -> new Key(PRIMARY, draft.columns()));
    }

    List<Key> uniqueKeys() {
        return drafts.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(PRIMARY) && entry.getValue().isPlainKey())
                .map(entry -> new Key(entry.getKey(), entry.getValue().columns()))
                .toList();
    }

    List<Index> indexes() {
        List<Index> indexes = new ArrayList<>();
        drafts.forEach((name, draft) -> {
            if (name.equals(PRIMARY)) {
                primary().ifPresentOrElse(key -> {}, () -> omitCut(name));
            } else if (!draft.kind.equals("BTREE") && !draft.kind.equals("HASH")) {
                omissions.add(new Omission(
                        draft.kind.equals("FULLTEXT") ? "full text index" : "spatial index",
                        table,
                        name,
                        "dmt does not carry over indexes of the kind " + draft.kind,
                        "create it in the target"));
            } else if (draft.unique && draft.parts.stream().anyMatch(Part::cut)) {
                omitCut(name);
            } else if (!draft.isPlainKey()) {
                indexes.add(new Index(
                        name, draft.parts.stream().map(Part::indexPart).toList(), draft.unique, Optional.empty()));
            }
        });
        return indexes;
    }

    private void omitCut(String name) {
        omissions.add(new Omission(
                "unique index",
                table,
                name,
                "it is unique by the beginning of a text alone",
                "create it in the target, over an expression"));
    }

    List<Omission> omissions() {
        return omissions;
    }

    /** @param cut true where only the beginning of the column's values is in the index */
    record Part(String text, boolean expression, boolean descending, boolean cut) {
        IndexPart indexPart() {
            return new IndexPart(text, expression, descending, Optional.empty());
        }
    }

    private record Draft(boolean unique, String kind, List<Part> parts) {
        boolean isPlainKey() {
            return unique && parts.stream().noneMatch(part -> part.expression() || part.cut() || part.descending());
        }

        List<String> columns() {
            return parts.stream().map(Part::text).toList();
        }
    }
}
