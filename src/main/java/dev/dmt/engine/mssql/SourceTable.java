package dev.dmt.engine.mssql;

import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.Key;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A table as the catalog has it, made one that can be planned: by the name that the plan knows, and without what is not in force. */
record SourceTable(SourceSchemas schemas, CatalogRows rows, TableName located) {
    Table plannable() {
        Table described = described();
        Set<String> disabledChecks = Set.copyOf(rows.checks().stream()
                .filter(CheckRow::disabled)
                .map(CheckRow::name)
                .toList());
        Set<String> disabledIndexes = Set.copyOf(rows.indexes().stream()
                .filter(IndexRow::disabled)
                .map(IndexRow::name)
                .toList());
        return new Table(
                described.name(),
                described.columns(),
                described.primaryKey().filter(key -> !disabledIndexes.contains(key.name())),
                described.uniqueKeys().stream()
                        .filter(key -> !disabledIndexes.contains(key.name()))
                        .toList(),
                described.indexes().stream()
                        .filter(index -> !disabledIndexes.contains(index.name()))
                        .toList(),
                described.foreignKeys().stream()
                        .filter(key -> carried(key.name(), key.referencedTable()))
                        .map(this::known)
                        .toList(),
                described.checks().stream()
                        .filter(check -> !disabledChecks.contains(check.name()))
                        .toList(),
                described.order(),
                described.comment());
    }

    private String name() {
        return schemas.known(located).toString();
    }

    private Table described() {
        return new TableAssembly(schemas.known(located), rows).table();
    }

    private boolean carried(String key, TableName parent) {
        return schemas.contains(parent.schema())
                && rows.foreignKeys().stream().noneMatch(row -> row.name().equals(key) && row.disabled());
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

    List<Omission> omissions() {
        List<Omission> omissions = new ArrayList<>();
        rows.checks().stream().filter(CheckRow::disabled).forEach(row -> omissions.add(disabled("check", row.name())));
        rows.indexes().stream()
                .filter(row -> row.disabled() && row.isOrdinary())
                .map(IndexRow::name)
                .distinct()
                .forEach(index -> omissions.add(disabled("index", index)));
        rows.indexes().stream()
                .filter(row -> !row.isOrdinary())
                .collect(java.util.stream.Collectors.toMap(IndexRow::name, IndexRow::kindName, (a, b) -> a))
                .forEach((index, kind) -> omissions.add(
                        new Omission("index", name(), index, "it is " + kind, "create one in the target")));
        TableAssembly.grouped(rows.foreignKeys(), ForeignKeyRow::name).forEach((key, parts) -> {
            if (parts.get(0).disabled()) {
                omissions.add(disabled("foreign key", key));
            } else if (!schemas.contains(parts.get(0).parent().schema())) {
                omissions.add(new Omission(
                        "foreign key",
                        name(),
                        key,
                        "its parent " + parts.get(0).parent() + " is in a schema that is not read",
                        "add it in the target afterwards"));
            }
        });
        omissions.addAll(nullsInKeys());
        return omissions;
    }

    private Omission disabled(String kind, String what) {
        return new Omission(kind, name(), what, "it is disabled in the source", "");
    }

    /** SQL Server takes two NULLs for the same. */
    private List<Omission> nullsInKeys() {
        Table described = described();
        List<Omission> omissions = new ArrayList<>();
        for (Key key : described.uniqueKeys()) {
            if (key.columns().stream().anyMatch(column -> isNullable(described, column))) {
                omissions.add(oneNull("unique key", key.name()));
            }
        }
        for (Index index : described.indexes()) {
            if (index.unique()
                    && index.predicateSql().isEmpty()
                    && index.parts().stream().anyMatch(part -> isNullable(described, part.text()))) {
                omissions.add(oneNull("unique index", index.name()));
            }
        }
        return omissions;
    }

    private static boolean isNullable(Table table, String column) {
        return table.column(column).map(Column::nullable).orElse(false);
    }

    private Omission oneNull(String kind, String what) {
        return new Omission(
                kind,
                name(),
                what,
                "the source takes NULL for a value that may be there once; other engines take any number of them",
                "");
    }
}
