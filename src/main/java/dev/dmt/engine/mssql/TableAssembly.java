package dev.dmt.engine.mssql;

import dev.dmt.schema.Check;
import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes a table of what the catalog says of it. */
record TableAssembly(TableName name, CatalogRows rows) {
    Table table() {
        Optional<Key> primary = keys("PK").stream().findFirst();
        return new Table(
                name,
                columns(),
                primary,
                keys("UQ"),
                indexes(),
                foreignKeys(),
                rows.checks().stream()
                        .map(row -> new Check(row.name(), row.definition()))
                        .toList(),
                primary.map(key -> new RowOrder(RowOrder.Kind.KEY, key.columns()))
                        .orElse(new RowOrder(RowOrder.Kind.NONE, List.of())),
                comment(""));
    }

    private List<Column> columns() {
        return rows.columns().stream()
                .map(row -> row.column(comment(row.name())))
                .toList();
    }

    private Optional<String> comment(String column) {
        return rows.comments().stream()
                .filter(row -> row.column().equals(column) && !row.text().isEmpty())
                .map(CommentRow::text)
                .findFirst();
    }

    private List<Key> keys(String role) {
        return grouped(rows.indexes(), IndexRow::name).values().stream()
                .filter(parts -> parts.get(0).role().equals(role))
                .map(parts -> new Key(parts.get(0).name(), columnsOf(parts, false)))
                .toList();
    }

    private static List<String> columnsOf(List<IndexRow> parts, boolean included) {
        return parts.stream()
                .filter(row -> row.part().included() == included)
                .map(row -> row.part().column())
                .toList();
    }

    private List<Index> indexes() {
        return grouped(rows.indexes(), IndexRow::name).values().stream()
                .filter(parts -> parts.get(0).role().isEmpty() && parts.get(0).isOrdinary())
                .map(TableAssembly::index)
                .filter(index -> !index.parts().isEmpty())
                .toList();
    }

    private static Index index(List<IndexRow> rows) {
        IndexRow first = rows.get(0);
        List<IndexPart> parts = rows.stream()
                .filter(row -> !row.part().included())
                .map(row -> new IndexPart(row.part().column(), false, row.part().descending(), Optional.empty()))
                .toList();
        return new Index(first.name(), parts, first.unique(), first.filter(), Optional.empty(), columnsOf(rows, true));
    }

    private List<ForeignKey> foreignKeys() {
        return grouped(rows.foreignKeys(), ForeignKeyRow::name).values().stream()
                .map(TableAssembly::foreignKey)
                .toList();
    }

    static ForeignKey foreignKey(List<ForeignKeyRow> rows) {
        ForeignKeyRow first = rows.get(0);
        return new ForeignKey(
                first.name(),
                rows.stream().map(ForeignKeyRow::column).toList(),
                first.parent(),
                rows.stream().map(ForeignKeyRow::parentColumn).toList(),
                first.onDelete(),
                first.onUpdate(),
                false,
                false);
    }

    static <T> Map<String, List<T>> grouped(List<T> rows, Function<T, String> name) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(name.apply(row), key -> new ArrayList<>())
                .add(row));
        return groups;
    }
}
