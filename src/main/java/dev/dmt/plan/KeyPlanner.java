package dev.dmt.plan;

import dev.dmt.engine.Rendering;
import dev.dmt.schema.Column;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides primary and unique keys and indexes, with names that are unique in the target's schema. */
final class KeyPlanner {
    private static final String IGNORES_CASE = "NOCASE";

    private final PlanInputs inputs;
    private final NameMap names;

    KeyPlanner(PlanInputs inputs, NameMap names) {
        this.inputs = inputs;
        this.names = names;
    }

    /** The primary key, unless its columns hold NULLs, which SQLite lets them. */
    Optional<Key> primaryKey(TableDraft draft, List<Index> indexes) {
        if (draft.source().primaryKey().isEmpty()) {
            return Optional.empty();
        }
        Key source = draft.source().primaryKey().get();
        Optional<List<String>> columns = draft.targetColumnNames(source.columns());
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> holdsNulls =
                source.columns().stream().filter(draft::holdsNulls).findFirst();
        if (holdsNulls.isPresent()) {
            draft.omit(
                    "primary key",
                    String.join(", ", source.columns()),
                    holdsNulls.get()
                            + " holds NULLs, which a primary key of the target cannot; it becomes a unique key",
                    "fill the NULLs in the source");
            indexes.add(plainIndex(draft, columns.get(), "key"));
            return Optional.empty();
        }
        if (unindexable(draft, "primary key", source)) {
            return Optional.empty();
        }
        addCaseFoldingIndex(draft, source, indexes);
        return Optional.of(
                new Key(names.give(KeptName.or(source.name(), draft.targetName().name() + "_pkey")), columns.get()));
    }

    List<Key> uniqueKeys(TableDraft draft, List<Index> indexes) {
        List<Key> keys = new ArrayList<>();
        for (Key source : draft.source().uniqueKeys()) {
            Optional<List<String>> columns = draft.targetColumnNames(source.columns());
            if (columns.isPresent()
                    && !unindexable(draft, "unique key", source)
                    && !addCaseFoldingIndex(draft, source, indexes)) {
                keys.add(new Key(
                        names.give(KeptName.or(source.name(), keyName(draft, columns.get(), "key"))), columns.get()));
            }
        }
        return keys;
    }

    private boolean unindexable(TableDraft draft, String what, Key source) {
        Optional<String> obstacle = source.columns().stream()
                .flatMap(column -> obstacle(draft, column, true).stream())
                .findFirst();
        obstacle.ifPresent(reason -> draft.omit(
                what, String.join(", ", source.columns()), reason, "name another type under migration.types"));
        return obstacle.isPresent();
    }

    private Optional<String> obstacle(TableDraft draft, String sourceColumn, boolean unique) {
        Optional<String> name = draft.targetColumn(sourceColumn);
        return draft.targetColumns().stream()
                .filter(column -> name.filter(column.name()::equals).isPresent())
                .map(Column::nativeType)
                .filter(type -> !inputs.dialect().types().isIndexable(type, unique))
                .map(type -> "the target makes no index over " + type + ", which " + sourceColumn + " becomes")
                .findFirst();
    }

    List<Index> indexes(TableDraft draft) {
        List<Index> planned = new ArrayList<>();
        for (Index source : draft.source().indexes()) {
            index(draft, source).ifPresent(planned::add);
        }
        return planned;
    }

    /** A key on columns that ignore case must go on ignoring it; true where such an index was added. */
    private boolean addCaseFoldingIndex(TableDraft draft, Key source, List<Index> indexes) {
        if (source.columns().stream().noneMatch(column -> ignoresCase(draft, column))) {
            CollationNotes.ofKey(draft, source.columns());
            return false;
        }
        if (inputs.dialect().ddl().noExpressionIndex().isPresent()) {
            draft.omit(
                    "collation",
                    String.join(", ", source.columns()),
                    "unique without regard to ASCII case in the source, exactly in the target",
                    "");
            return false;
        }
        List<IndexPart> parts = new ArrayList<>();
        for (String column : source.columns()) {
            parts.add(new IndexPart(
                    draft.targetColumn(column).orElseThrow(),
                    false,
                    false,
                    ignoresCase(draft, column) ? Optional.of(IGNORES_CASE) : Optional.empty()));
        }
        draft.omit(
                "collation",
                String.join(", ", source.columns()),
                "unique without regard to ASCII case: kept as a unique index over lower()",
                "");
        List<String> columns = draft.targetColumnNames(source.columns()).orElseThrow();
        indexes.add(new Index(names.give(keyName(draft, columns, "nocase")), parts, true, Optional.empty()));
        return true;
    }

    private static boolean ignoresCase(TableDraft draft, String column) {
        Equality equality = draft.equality(column);
        return equality.source().name().equalsIgnoreCase(IGNORES_CASE)
                && !equality.target().ignoresCase();
    }

    private Index plainIndex(TableDraft draft, List<String> columns, String suffix) {
        List<IndexPart> parts = columns.stream()
                .map(column -> new IndexPart(column, false, false, Optional.empty()))
                .toList();
        return new Index(names.give(keyName(draft, columns, suffix)), parts, true, Optional.empty());
    }

    private Optional<Index> index(TableDraft draft, Index source) {
        if (source.ownSql().isPresent() && (sameEngine() || source.parts().isEmpty())) {
            return ownIndex(draft, source, source.ownSql().get());
        }
        List<IndexPart> parts = new ArrayList<>();
        for (IndexPart part : source.parts()) {
            Optional<IndexPart> planned = part(draft, source, part);
            if (planned.isEmpty()) {
                return Optional.empty();
            }
            parts.add(planned.get());
        }
        if (source.unique()) {
            CollationNotes.ofKey(draft, plainColumns(source));
        }
        if (source.predicateSql().isEmpty()) {
            return Optional.of(index(draft, source, parts, Optional.empty()));
        }
        return partial(draft, source, parts, source.predicateSql().get());
    }

    private Index index(TableDraft draft, Index source, List<IndexPart> parts, Optional<String> predicate) {
        return new Index(
                names.give(source.name()),
                parts,
                source.unique(),
                predicate,
                Optional.empty(),
                included(draft, source));
    }

    private boolean sameEngine() {
        return inputs.schema().engine().equals(inputs.dialect().engine());
    }

    private List<String> included(TableDraft draft, Index source) {
        Optional<List<String>> columns = draft.targetColumnNames(source.included());
        if (columns.isPresent() && inputs.dialect().ddl().includesColumns()) {
            return columns.get();
        }
        if (!source.included().isEmpty()) {
            draft.omit(
                    "index",
                    source.name(),
                    "it is carried over, but without " + String.join(", ", source.included())
                            + ", which it includes beside its key",
                    "");
        }
        return List.of();
    }

    /** Those that compare as their columns do. */
    private static List<String> plainColumns(Index index) {
        return index.parts().stream()
                .filter(part -> !part.expression() && part.collation().isEmpty())
                .map(IndexPart::text)
                .toList();
    }

    /** Over all rows a unique index would refuse some of them, and any other only takes more room. */
    private Optional<Index> partial(TableDraft draft, Index source, List<IndexPart> parts, String predicate) {
        Rendering rendering = new Rendered(inputs, draft, "index").predicate(predicate);
        if (rendering instanceof Rendering.Sql sql) {
            return Optional.of(index(draft, source, parts, Optional.of(sql.text())));
        }
        String reason = "its predicate " + predicate + ": " + ((Rendering.Refused) rendering).reason();
        if (source.unique()) {
            omitIndex(draft, source, reason);
            return Optional.empty();
        }
        draft.omit("index", source.name(), reason + "; it is over all rows instead", "");
        return Optional.of(index(draft, source, parts, Optional.empty()));
    }

    private Optional<Index> ownIndex(TableDraft draft, Index source, String ownSql) {
        Rendering rendering = new Rendered(inputs, draft, "index").own(ownSql);
        if (rendering instanceof Rendering.Refused refused) {
            omitIndex(draft, source, refused.reason());
            return Optional.empty();
        }
        return Optional.of(Index.own(names.give(source.name()), source.unique(), ((Rendering.Sql) rendering).text()));
    }

    private Optional<IndexPart> part(TableDraft draft, Index source, IndexPart part) {
        Optional<String> collation =
                part.collation().map(name -> name.toUpperCase(Locale.ROOT)).filter(name -> !name.equals("BINARY"));
        if (collation.isPresent() && !collation.get().equals(IGNORES_CASE)) {
            omitIndex(draft, source, "the target has no collation " + collation.get());
            return Optional.empty();
        }
        if (collation.isPresent() && inputs.dialect().ddl().noExpressionIndex().isPresent()) {
            draft.omit("collation", source.name(), "it ignores the case of ASCII letters in the source alone", "");
            collation = Optional.empty();
        }
        if (!part.expression()) {
            Optional<String> column = draft.targetColumn(part.text());
            if (column.isEmpty()) {
                omitIndex(draft, source, "the target has no column " + part.text());
            }
            Optional<String> obstacle = obstacle(draft, part.text(), source.unique());
            if (obstacle.isPresent()) {
                omitIndex(draft, source, obstacle.get());
                return Optional.empty();
            }
            Optional<String> kept = collation;
            return column.map(name -> new IndexPart(name, false, part.descending(), kept));
        }
        Optional<String> unable = inputs.dialect().ddl().noExpressionIndex().filter(reason -> !sameEngine());
        if (unable.isPresent()) {
            omitIndex(draft, source, "its expression " + part.text() + ": " + unable.get());
            return Optional.empty();
        }
        Rendering rendering = new Rendered(inputs, draft, "index").value(part.text());
        if (rendering instanceof Rendering.Refused refused) {
            omitIndex(draft, source, "its expression " + part.text() + ": " + refused.reason());
            return Optional.empty();
        }
        return Optional.of(new IndexPart(((Rendering.Sql) rendering).text(), true, part.descending(), collation));
    }

    private static void omitIndex(TableDraft draft, Index source, String reason) {
        draft.omit(
                source.unique() ? "unique index" : "index",
                source.name(),
                reason,
                "create it in the target afterwards");
    }

    private static String keyName(TableDraft draft, List<String> columns, String suffix) {
        return draft.targetName().name() + "_" + String.join("_", columns) + "_" + suffix;
    }
}
