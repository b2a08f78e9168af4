package dev.dmt.engine.sqlite.ddl;

import dev.dmt.engine.sqlite.ddl.RawCatalog.Entry;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawIndex;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawIndexPart;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawTable;
import dev.dmt.schema.Column;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.Omission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells a table's unique keys from its indexes, and adds to these what only their CREATE INDEX texts say. */
final class IndexAssembler {
    private final Consumer<Omission> omissions;
    private final RawCatalog catalog;
    private final Map<String, String> texts = new HashMap<>();

    record Result(List<Key> uniqueKeys, List<Index> indexes) {}

    IndexAssembler(RawCatalog catalog, Consumer<Omission> omissions) {
        this.catalog = catalog;
        this.omissions = omissions;
        for (Entry entry : catalog.entries()) {
            if (entry.type().equals("index") && entry.sql() != null) {
                texts.put(entry.name(), entry.sql());
            }
        }
    }

    /** A part's collation is the one it compares with, whatever its column's; it is absent where that is BINARY. */
    Result assemble(RawTable table, List<Column> columns, TableDeclaration declared) {
        Map<String, String> collations = new HashMap<>();
        columns.forEach(
                c -> collations.put(AsciiCase.fold(c.name()), c.collation().orElse("BINARY")));
        List<Key> uniqueKeys = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        for (RawIndex raw : catalog.indexesOf(table.name())) {
            boolean ofColumns = raw.parts().stream().allMatch(p -> comparesAsItsColumn(p, collations));
            if (raw.origin().equals("c")) {
                created(table, raw).ifPresent(indexes::add);
            } else if (raw.origin().equals("pk")) {
                if (!ofColumns) {
                    omitKeyCollation(table, raw);
                }
            } else if (ofColumns) {
                List<String> keyColumns = columnsOf(raw);
                uniqueKeys.add(new Key(constraintName(declared, keyColumns), keyColumns));
            } else {
                indexes.add(uniqueWithCollation(raw, declared));
            }
        }
        return new Result(uniqueKeys, indexes);
    }

    private Optional<Index> created(RawTable table, RawIndex raw) {
        String sql = texts.getOrDefault(raw.name(), "");
        boolean needsText = raw.partial() || raw.parts().stream().anyMatch(p -> p.column() == null);
        Optional<IndexDeclaration> text = needsText ? IndexParser.parse(sql) : Optional.empty();
        boolean complete = text.isPresent()
                && text.get().parts().size() == raw.parts().size()
                && text.get().predicate().isPresent() == raw.partial();
        if (needsText && !complete) {
            omissions.accept(new Omission(
                    "index",
                    table.name(),
                    raw.name(),
                    "dmt does not understand its text: " + sql,
                    "create it in the target by hand"));
            return Optional.empty();
        }
        List<IndexPart> parts = new ArrayList<>();
        for (int i = 0; i < raw.parts().size(); i++) {
            RawIndexPart part = raw.parts().get(i);
            int position = i;
            String partText = Objects.requireNonNullElseGet(
                    part.column(),
                    () -> text.map(t -> t.parts().get(position).text()).orElse(""));
            parts.add(new IndexPart(partText, part.column() == null, part.descending(), collation(part)));
        }
        return Optional.of(new Index(raw.name(), parts, raw.unique(), text.flatMap(IndexDeclaration::predicate)));
    }

    /** A UNIQUE that compares otherwise than its columns do is no plain key anywhere else. */
    private static Index uniqueWithCollation(RawIndex raw, TableDeclaration declared) {
        String name = constraintName(declared, columnsOf(raw));
        List<IndexPart> parts = raw.parts().stream()
                .map(p ->
                        new IndexPart(Objects.requireNonNullElse(p.column(), ""), false, p.descending(), collation(p)))
                .toList();
        return new Index(name.isEmpty() ? raw.name() : name, parts, true, Optional.empty());
    }

    private void omitKeyCollation(RawTable table, RawIndex raw) {
        omissions.accept(new Omission(
                "collation",
                table.name(),
                "PRIMARY KEY (" + String.join(", ", columnsOf(raw)) + ")",
                "the key compares with another collation than its columns; the target's key compares as the columns do",
                "add a unique index over the folded values if the difference matters"));
    }

    private static boolean comparesAsItsColumn(RawIndexPart part, Map<String, String> collations) {
        return part.column() == null
                || AsciiCase.equal(part.collation(), collations.getOrDefault(AsciiCase.fold(part.column()), "BINARY"));
    }

    private static Optional<String> collation(RawIndexPart part) {
        return AsciiCase.equal(part.collation(), "BINARY") ? Optional.empty() : Optional.of(part.collation());
    }

    private static List<String> columnsOf(RawIndex raw) {
        return raw.parts().stream()
                .map(p -> Objects.requireNonNullElse(p.column(), ""))
                .toList();
    }

    private static String constraintName(TableDeclaration declared, List<String> columns) {
        return declared.keys().stream()
                .filter(k -> !k.primary() && k.covers(columns))
                .map(KeyDeclaration::name)
                .filter(n -> !n.isEmpty())
                .findFirst()
                .orElse("");
    }
}
