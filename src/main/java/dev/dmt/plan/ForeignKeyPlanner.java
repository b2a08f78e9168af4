package dev.dmt.plan;

import dev.dmt.engine.Ddl;
import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides which foreign keys the target can hold: the parent must be there, unique, and of the same types. */
final class ForeignKeyPlanner {
    private final Map<String, TableDraft> drafts;
    private final Map<String, Table> targets;
    private final Ddl ddl;

    /** Both maps are keyed by {@link SourceNames#key}. */
    ForeignKeyPlanner(Map<String, TableDraft> drafts, Map<String, Table> targets, Ddl ddl) {
        this.drafts = drafts;
        this.targets = targets;
        this.ddl = ddl;
    }

    List<ForeignKey> plan(TableDraft draft, NameMap names) {
        List<ForeignKey> planned = new ArrayList<>();
        for (ForeignKey source : draft.source().foreignKeys()) {
            Optional<String> obstacle = obstacle(draft, source);
            if (obstacle.isPresent()) {
                draft.omit(
                        "foreign key",
                        String.join(", ", source.columns()) + " -> " + source.referencedTable(),
                        obstacle.get(),
                        "");
            } else {
                omitCollation(draft, source);
                ddl.lossOf(source)
                        .ifPresent(loss -> draft.omit(
                                "foreign key",
                                String.join(", ", source.columns()) + " -> " + source.referencedTable(),
                                loss,
                                ""));
                planned.add(target(draft, source, names));
            }
        }
        return planned;
    }

    private Optional<String> obstacle(TableDraft draft, ForeignKey source) {
        String parentName = SourceNames.key(source.referencedTable());
        TableDraft parent = drafts.get(parentName);
        Table parentTarget = targets.get(parentName);
        if (parent == null || parentTarget == null) {
            return Optional.of("the table " + source.referencedTable() + " is not part of the migration");
        }
        Optional<List<String>> columns = draft.targetColumnNames(source.columns());
        Optional<List<String>> parentColumns = parent.targetColumnNames(source.referencedColumns());
        if (columns.isEmpty() || parentColumns.isEmpty()) {
            return Optional.of("a column it names does not exist");
        }
        if (!isUnique(parentTarget, parentColumns.get())) {
            if (source.referencedColumns().stream()
                    .anyMatch(column -> !parent.equality(column).equals(Equality.SAME))) {
                return Optional.of("the parent's key on " + String.join(", ", source.referencedColumns())
                        + " has a collation and is kept as a unique index over an expression, which no foreign key"
                        + " can point at");
            }
            return Optional.of("the parent's columns " + String.join(", ", source.referencedColumns())
                    + " are no primary or unique key in the target");
        }
        for (int i = 0; i < columns.get().size(); i++) {
            String child = nativeType(draft.targetColumns(), columns.get().get(i));
            String referenced =
                    nativeType(parent.targetColumns(), parentColumns.get().get(i));
            if (!comparable(child, referenced)) {
                return Optional.of(source.columns().get(i) + " is " + child + " but its parent "
                        + source.referencedColumns().get(i) + " is " + referenced);
            }
        }
        return Optional.empty();
    }

    /** A child matches its parent by the parent's collation in the source, exactly in the target. */
    private void omitCollation(TableDraft draft, ForeignKey source) {
        TableDraft parent = drafts.get(SourceNames.key(source.referencedTable()));
        if (parent == null) {
            return;
        }
        for (String column : source.referencedColumns()) {
            Equality equality = parent.equality(column);
            if (equality.unknown() || !equality.lost().isEmpty()) {
                draft.omit(
                        "foreign key",
                        String.join(", ", source.columns()) + " -> " + source.referencedTable(),
                        "the source matches " + column + " by its collation "
                                + equality.source().name()
                                + ", the target exactly: rows that match only so become orphans",
                        "write the child's values as the parent's");
            }
        }
    }

    private static boolean isUnique(Table table, List<String> columns) {
        Set<String> wanted = new HashSet<>(columns);
        List<Key> keys = new ArrayList<>(table.uniqueKeys());
        table.primaryKey().ifPresent(keys::add);
        return keys.stream().anyMatch(key -> new HashSet<>(key.columns()).equals(wanted))
                || table.indexes().stream()
                        .filter(ForeignKeyPlanner::isPlainUnique)
                        .anyMatch(index -> index.parts().stream()
                                .map(IndexPart::text)
                                .collect(java.util.stream.Collectors.toSet())
                                .equals(wanted));
    }

    private static boolean isPlainUnique(Index index) {
        return index.unique()
                && index.predicateSql().isEmpty()
                && index.ownSql().isEmpty()
                && index.parts().stream()
                        .allMatch(part -> !part.expression() && part.collation().isEmpty());
    }

    private static String nativeType(List<Column> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .map(Column::nativeType)
                .findFirst()
                .orElse("");
    }

    private static boolean comparable(String child, String parent) {
        return family(child).equals(family(parent));
    }

    /** Lengths, precisions and the number of bits do not hinder a comparison. */
    private static String family(String nativeType) {
        int parenthesis = nativeType.indexOf('(');
        String base = (parenthesis < 0 ? nativeType : nativeType.substring(0, parenthesis)).strip();
        return switch (base) {
            case "character varying" -> "text";
            case "smallint", "integer" -> "bigint";
            default -> base;
        };
    }

    private ForeignKey target(TableDraft draft, ForeignKey source, NameMap names) {
        TableDraft parent = drafts.get(SourceNames.key(source.referencedTable()));
        if (parent == null) {
            throw new IllegalStateException("the parent of a planned foreign key is not planned");
        }
        List<String> columns = draft.targetColumnNames(source.columns()).orElseThrow();
        return new ForeignKey(
                names.give(KeptName.or(
                        source.name(), draft.targetName().name() + "_" + String.join("_", columns) + "_fkey")),
                columns,
                parent.targetName(),
                parent.targetColumnNames(source.referencedColumns()).orElseThrow(),
                source.onDelete(),
                source.onUpdate(),
                source.deferrable(),
                source.initiallyDeferred());
    }
}
