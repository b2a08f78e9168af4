package dev.dmt.engine.sqlite.ddl;

import dev.dmt.engine.sqlite.ddl.ForeignKeyDeclaration.Deferral;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawForeignKey;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawTable;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Omission;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Spells foreign keys out: the parent as it is called, its columns even where they are implied. */
final class ForeignKeyResolver {
    private final RawCatalog catalog;
    private final Consumer<Omission> omissions;
    private final Map<String, RawTable> parents = new HashMap<>();

    ForeignKeyResolver(RawCatalog catalog, Consumer<Omission> omissions) {
        this.catalog = catalog;
        this.omissions = omissions;
        catalog.tables().forEach(t -> parents.put(AsciiCase.fold(t.name()), t));
    }

    /** In the order of the text. */
    List<ForeignKey> resolve(RawTable table, TableDeclaration declared) {
        List<RawForeignKey> raws = catalog.foreignKeysOf(table.name());
        List<ForeignKey> resolved = new ArrayList<>();
        for (int i = 0; i < raws.size(); i++) {
            resolve(table, raws.get(i), textOf(raws, i, declared)).ifPresent(resolved::add);
        }
        return resolved;
    }

    /** SQLite numbers the keys from the last to the first; the queries have turned that round. */
    private static Optional<ForeignKeyDeclaration> textOf(
            List<RawForeignKey> raws, int position, TableDeclaration declared) {
        if (declared.foreignKeys().size() != raws.size()) {
            return Optional.empty();
        }
        ForeignKeyDeclaration text = declared.foreignKeys().get(position);
        return AsciiCase.equal(text.parent(), raws.get(position).parent()) ? Optional.of(text) : Optional.empty();
    }

    private Optional<ForeignKey> resolve(RawTable table, RawForeignKey raw, Optional<ForeignKeyDeclaration> text) {
        RawTable parent = parents.get(AsciiCase.fold(raw.parent()));
        if (parent == null) {
            return omit(table, raw, "the table it points at does not exist");
        } else if (!ObjectOmissions.isOrdinary(parent)) {
            return omit(table, raw, "what it points at is no table but a " + parent.type());
        }
        boolean implied = raw.parentColumns().isEmpty();
        List<String> wantedColumns = implied ? catalog.primaryKeyOf(parent.name()) : raw.parentColumns();
        if (implied && wantedColumns.size() != raw.columns().size()) {
            return omit(
                    table,
                    raw,
                    wantedColumns.isEmpty()
                            ? "it implies the primary key of a table that has none"
                            : "it implies the primary key of its table, which has " + wantedColumns.size()
                                    + " columns");
        }
        Optional<List<String>> parentColumns = spelled(parent.name(), wantedColumns);
        Optional<List<String>> columns = spelled(table.name(), raw.columns());
        if (parentColumns.isEmpty() || columns.isEmpty()) {
            return omit(table, raw, "a column that it names does not exist");
        } else if (!isUnique(parent, parentColumns.get())) {
            return omit(
                    table,
                    raw,
                    "the columns it points at are no primary or unique key, SQLite itself cannot enforce it");
        }
        Deferral deferral = text.map(ForeignKeyDeclaration::deferral).orElse(Deferral.NONE);
        return Optional.of(new ForeignKey(
                text.map(ForeignKeyDeclaration::name).orElse(""),
                columns.get(),
                TableName.of(parent.name()),
                parentColumns.get(),
                action(raw.onDelete()),
                action(raw.onUpdate()),
                deferral != Deferral.NONE,
                deferral == Deferral.INITIALLY_DEFERRED));
    }

    private Optional<List<String>> spelled(String table, List<String> columns) {
        List<String> spelled = new ArrayList<>();
        for (String column : columns) {
            catalog.columnsOf(table).stream()
                    .map(RawCatalog.RawColumn::name)
                    .filter(name -> AsciiCase.equal(name, column))
                    .findFirst()
                    .ifPresent(spelled::add);
        }
        return spelled.size() == columns.size() ? Optional.of(spelled) : Optional.empty();
    }

    private boolean isUnique(RawTable parent, List<String> columns) {
        Set<String> wantedColumns = new HashSet<>(columns);
        return wantedColumns.equals(new HashSet<>(catalog.primaryKeyOf(parent.name())))
                || catalog.indexesOf(parent.name()).stream()
                        .filter(i -> i.unique() && !i.partial() && i.parts().size() == columns.size())
                        .anyMatch(i -> i.parts().stream()
                                .allMatch(p -> p.column() != null && wantedColumns.contains(p.column())));
    }

    private static ReferentialAction action(String name) {
        return ReferentialAction.valueOf(name.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    private Optional<ForeignKey> omit(RawTable table, RawForeignKey raw, String reason) {
        omissions.accept(new Omission(
                "foreign key",
                table.name(),
                "(" + String.join(", ", raw.columns()) + ") REFERENCES " + raw.parent(),
                reason,
                "correct the declaration in the source, or add the key in the target by hand"));
        return Optional.empty();
    }
}
