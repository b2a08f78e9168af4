package dev.dmt.engine.postgres;

import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.Key;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as the catalog has it, made one that can be planned: without what is hindered, under its bare name, and with an
 * order only where every server orders its key alike.
 *
 * @param ownIndexes by name, those that only the server's own words tell all of
 */
record SourceTable(Table described, List<Hindrance> hindrances, Map<String, Index> ownIndexes) {
    Table plannable() {
        Optional<Key> primary = described.primaryKey().filter(key -> !dropped("key", key.name()));
        return new Table(
                TableName.of(described.name().name()),
                described.columns().stream().map(this::column).toList(),
                primary,
                described.uniqueKeys().stream()
                        .filter(key -> !dropped("key", key.name()))
                        .toList(),
                described.indexes().stream()
                        .filter(index -> !dropped(index.unique() ? "unique index" : "index", index.name()))
                        .map(index -> ownIndexes.getOrDefault(index.name(), index))
                        .toList(),
                described.foreignKeys().stream()
                        .filter(key -> !dropped("foreign key", key.name()))
                        .map(SourceTable::unqualified)
                        .toList(),
                described.checks().stream()
                        .filter(check -> !dropped("check", check.name()))
                        .toList(),
                primary.filter(this::isOrder)
                        .map(key -> new RowOrder(RowOrder.Kind.KEY, key.columns()))
                        .orElse(new RowOrder(RowOrder.Kind.NONE, List.of())));
    }

    private Column column(Column column) {
        boolean counts = column.identity()
                && !column.nullable()
                && DeclaredType.of(column.nativeType()).kind() == TypeKind.INTEGER;
        return new Column(
                column.name(),
                column.nativeType(),
                column.nullable(),
                column.defaultSql().filter(sql -> !dropped("default", column.name())),
                counts,
                column.generated().filter(how -> !dropped("generated column", column.name())),
                column.collation());
    }

    private static ForeignKey unqualified(ForeignKey key) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                TableName.of(key.referencedTable().name()),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.deferrable(),
                key.initiallyDeferred());
    }

    /** The order of lists of texts depends on a collation that nothing can name for it. */
    private boolean isOrder(Key key) {
        return key.columns().stream()
                .flatMap(name -> described.column(name).stream())
                .map(column -> DeclaredType.of(column.nativeType()))
                .noneMatch(type ->
                        type instanceof LogicalType.Native own && own.sql().endsWith("[]"));
    }

    private boolean dropped(String kind, String name) {
        return hindrances.stream().anyMatch(hindrance -> hindrance.drops(kind, name));
    }
}
