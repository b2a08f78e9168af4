package dev.dmt.engine.postgres;

import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.Key;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as the catalog has it, made one that can be planned: without what is hindered, under the name by which the plan knows it, and with an
 * order only where every server orders its key alike.
 *
 * @param ownIndexes by name, those that only the server's own words tell all of
 */
record SourceTable(
        Table described, SourceSchemas schemas, List<Hindrance> hindrances, Map<String, OwnIndex> ownIndexes) {
    Table plannable() {
        Optional<Key> primary = described.primaryKey().filter(key -> !dropped("key", key.name()));
        return new Table(
                schemas.known(described.name()),
                described.columns().stream().map(this::column).toList(),
                primary,
                described.uniqueKeys().stream()
                        .filter(key -> !dropped("key", key.name()))
                        .toList(),
                described.indexes().stream()
                        .filter(index -> !dropped(index.unique() ? "unique index" : "index", index.name()))
                        .map(this::inOwnWords)
                        .toList(),
                described.foreignKeys().stream()
                        .filter(key -> !dropped("foreign key", key.name()))
                        .map(this::known)
                        .toList(),
                described.checks().stream()
                        .filter(check -> !dropped("check", check.name()))
                        .toList(),
                primary.filter(this::isOrder)
                        .map(key -> new RowOrder(RowOrder.Kind.KEY, key.columns()))
                        .orElse(new RowOrder(RowOrder.Kind.NONE, List.of())),
                described.comment());
    }

    private Index inOwnWords(Index index) {
        OwnIndex own = ownIndexes.get(index.name());
        return own == null ? index : own.of(index);
    }

    private Column column(Column column) {
        return new Column(
                column.name(),
                column.nativeType(),
                column.nullable(),
                column.defaultSql().filter(sql -> !dropped("default", column.name())),
                column.identity(),
                column.generated().filter(how -> !dropped("generated column", column.name())),
                column.collation(),
                column.comment());
    }

    private ForeignKey known(ForeignKey key) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                schemas.known(key.referencedTable()),
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
                .noneMatch(column -> column.nativeType().endsWith("[]"));
    }

    private boolean dropped(String kind, String name) {
        return hindrances.stream().anyMatch(hindrance -> hindrance.drops(kind, name));
    }
}
