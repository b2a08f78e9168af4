package dev.dmt.plan;

import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.NativeType;
import dev.dmt.schema.Column;
import dev.dmt.schema.Key;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gives a table without a usable key an identity column for one, where the config asks for it. */
final class IdentityKey {
    private static final String COLUMN = "zero_id";
    private static final ColumnUse KEYED = new ColumnUse(true, 0);
    private static final int BITS = 64;

    private final PlanInputs inputs;
    private final List<Pattern> wanted;

    IdentityKey(PlanInputs inputs) {
        this.inputs = inputs;
        this.wanted = inputs.config().zero().identityKeys().stream()
                .map(TableSelection::glob)
                .toList();
    }

    /** The table with its new column and key, or as it was. */
    Table addedTo(Table table, TableDraft draft, NameMap schemaNames) {
        boolean asked = wanted.stream()
                .anyMatch(glob -> glob.matcher(draft.source().name().name()).matches()
                        || glob.matcher(draft.source().name().toString()).matches());
        if (!asked || !inputs.rules().keyIsMissing(table)) {
            return table;
        }
        String name = freeName(table);
        NativeType type = inputs.dialect().types().nativeType(new LogicalType.Int(BITS), KEYED);
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(new Column(name, type.sql(), false, Optional.empty(), true, Optional.empty(), Optional.empty()));
        boolean primary = table.primaryKey().isEmpty();
        Key key = new Key(
                schemaNames.give(table.name().name() + (primary ? "_pkey" : "_" + name + "_key")), List.of(name));
        List<Key> unique = new ArrayList<>(table.uniqueKeys());
        if (!primary) {
            unique.add(key);
        }
        draft.omit(
                "key",
                name,
                "an identity column that the source does not have was added as a "
                        + (primary ? "primary key" : "unique key"),
                "take the table out of zero.identity_keys if that is not wanted");
        return new Table(
                table.name(),
                columns,
                primary ? Optional.of(key) : table.primaryKey(),
                unique,
                table.indexes(),
                table.foreignKeys(),
                table.checks(),
                table.order(),
                table.comment());
    }

    private String freeName(Table table) {
        NameMap names = new NameMap(inputs.dialect());
        table.columns().forEach(column -> names.give(column.name()));
        return names.give(COLUMN);
    }
}
