package dev.dmt.zero;

import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Key;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicaIdentity;
import dev.dmt.schema.replicated.ReplicatedColumn;
import dev.dmt.schema.replicated.ReplicatedTable;
import dev.dmt.schema.replicated.ReplicatedType;
import dev.dmt.schema.replicated.TableNature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds tables as if the rules had selected them. */
final class SelectedTableFixture {
    private final TableName name;
    private final List<SelectedColumn> columns = new ArrayList<>();
    private final List<ReplicatedColumn> unselected = new ArrayList<>();
    private final List<Key> uniqueKeys = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private Key key = new Key("", List.of());

    private SelectedTableFixture(TableName name) {
        this.name = name;
    }

    static SelectedTableFixture table(String name) {
        return new SelectedTableFixture(new TableName("public", name));
    }

    static SelectedTableFixture table(String schema, String name) {
        return new SelectedTableFixture(new TableName(schema, name));
    }

    /** With a primary key of one number. */
    static SelectedTableFixture withId(String name) {
        return table(name).numbers("id").key("id");
    }

    SelectedTableFixture column(String columnName, ZeroType type, String sql) {
        return column(columnName, type, sql, false);
    }

    SelectedTableFixture optional(String columnName, ZeroType type, String sql) {
        return column(columnName, type, sql, true);
    }

    private SelectedTableFixture column(String columnName, ZeroType type, String sql, boolean nullable) {
        columns.add(new SelectedColumn(replicated(columnName, sql, nullable), type));
        return this;
    }

    SelectedTableFixture numbers(String... names) {
        for (String column : names) {
            column(column, new ZeroType.Number(), "bigint");
        }
        return this;
    }

    SelectedTableFixture texts(String... names) {
        for (String column : names) {
            column(column, new ZeroType.Text(), "text");
        }
        return this;
    }

    /** A column of the table that Zero does not see. */
    SelectedTableFixture unselected(String columnName, String sql) {
        unselected.add(replicated(columnName, sql, true));
        return this;
    }

    SelectedTableFixture key(String... names) {
        key = new Key(name.name() + "_pkey", List.of(names));
        return this;
    }

    SelectedTableFixture unique(String... names) {
        uniqueKeys.add(new Key(name.name() + "_" + String.join("_", names) + "_key", List.of(names)));
        return this;
    }

    SelectedTableFixture references(String parent, List<String> names, List<String> parentColumns) {
        return references(new TableName("public", parent), names, parentColumns);
    }

    SelectedTableFixture references(TableName parent, List<String> names, List<String> parentColumns) {
        foreignKeys.add(new ForeignKey(
                name.name() + "_" + String.join("_", names) + "_fkey",
                names,
                parent,
                parentColumns,
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                false,
                false));
        return this;
    }

    SelectedTableFixture references(String parent, String column) {
        return references(parent, List.of(column), List.of("id"));
    }

    /** A column of numbers that refers to the parent's id. */
    SelectedTableFixture child(String parent, String column) {
        return numbers(column).references(parent, column);
    }

    SelectedTable selected() {
        List<ReplicatedColumn> all =
                new ArrayList<>(columns.stream().map(SelectedColumn::column).toList());
        all.addAll(unselected);
        ReplicatedTable table = new ReplicatedTable(
                name,
                TableNature.TABLE,
                true,
                ReplicaIdentity.PRIMARY_KEY,
                all,
                Optional.of(key),
                uniqueKeys,
                List.of(),
                foreignKeys);
        return new SelectedTable(
                table, columns, key, columns.stream().map(SelectedColumn::name).toList(), Optional.empty());
    }

    static Selection selection(SelectedTableFixture... tables) {
        return new Selection(
                List.of(tables).stream().map(SelectedTableFixture::selected).toList(), List.of());
    }

    private static ReplicatedColumn replicated(String columnName, String sql, boolean nullable) {
        return new ReplicatedColumn(
                columnName, new ReplicatedType.Plain(sql, sql), nullable, ReplicatedColumn.Generation.NONE);
    }
}
