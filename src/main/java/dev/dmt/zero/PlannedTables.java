package dev.dmt.zero;

import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicaIdentity;
import dev.dmt.schema.replicated.ReplicatedColumn;
import dev.dmt.schema.replicated.ReplicatedColumn.Generation;
import dev.dmt.schema.replicated.ReplicatedTable;
import dev.dmt.schema.replicated.TableNature;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The target's tables as its catalog will describe them once the plan is carried out, in the catalog's order. */
public final class PlannedTables {
    private PlannedTables() {}

    public static List<ReplicatedTable> of(MigrationPlan plan) {
        Set<Reference> references = plan.tables().stream()
                .flatMap(table -> table.target().foreignKeys().stream())
                .map(Reference::of)
                .collect(Collectors.toSet());
        return plan.tables().stream()
                .map(TablePlan::target)
                .sorted(Comparator.comparing((Table table) -> table.name().schema())
                        .thenComparing(table -> table.name().name()))
                .map(table -> table(table, references))
                .toList();
    }

    /** One table by itself, as if nothing pointed at it. */
    static ReplicatedTable of(Table table) {
        return table(table, Set.of());
    }

    private static ReplicatedTable table(Table table, Set<Reference> references) {
        Set<String> keyed =
                table.primaryKey().map(key -> Set.copyOf(key.columns())).orElse(Set.of());
        return new ReplicatedTable(
                table.name(),
                TableNature.TABLE,
                true,
                ReplicaIdentity.PRIMARY_KEY,
                table.columns().stream()
                        .map(column -> column(column, keyed.contains(column.name())))
                        .toList(),
                table.primaryKey(),
                Stream.concat(table.uniqueKeys().stream(), uniqueIndexes(table, references))
                        .sorted(Comparator.comparing(Key::name))
                        .toList(),
                otherIndexes(table).sorted(Comparator.comparing(Key::name)).toList(),
                table.foreignKeys().stream()
                        .sorted(Comparator.comparing(ForeignKey::name))
                        .toList());
    }

    /** The server makes the columns of a primary key and of an identity NOT NULL by itself. */
    private static ReplicatedColumn column(Column column, boolean keyed) {
        return new ReplicatedColumn(
                column.name(),
                PlannedType.of(column.nativeType()),
                column.nullable() && !keyed && !column.identity(),
                column.generated()
                        .map(how -> how.stored() ? Generation.STORED : Generation.VIRTUAL)
                        .orElse(Generation.NONE));
    }

    /** Zero overlooks a unique index that a foreign key points at, unless it is a constraint's. */
    private static Stream<Key> uniqueIndexes(Table table, Set<Reference> references) {
        return table.indexes().stream()
                .filter(PlannedTables::isKey)
                .map(PlannedTables::key)
                .filter(key -> !references.contains(Reference.of(table.name(), key.columns())));
    }

    private static Stream<Key> otherIndexes(Table table) {
        return table.indexes().stream()
                .filter(index -> !index.unique() && isOfPlainColumns(index))
                .map(PlannedTables::key);
    }

    private static Key key(Index index) {
        return new Key(index.name(), index.parts().stream().map(IndexPart::text).toList());
    }

    private static boolean isKey(Index index) {
        return index.unique() && isOfPlainColumns(index);
    }

    private static boolean isOfPlainColumns(Index index) {
        return index.predicateSql().isEmpty()
                && index.ownSql().isEmpty()
                && index.parts().stream()
                        .allMatch(part -> !part.expression() && part.collation().isEmpty());
    }

    /** What a foreign key points at. */
    private record Reference(TableName table, Set<String> columns) {
        static Reference of(ForeignKey key) {
            return of(key.referencedTable(), key.referencedColumns());
        }

        static Reference of(TableName table, List<String> columns) {
            return new Reference(table, new HashSet<>(columns));
        }
    }
}
