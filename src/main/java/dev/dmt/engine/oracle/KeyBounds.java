package dev.dmt.engine.oracle;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.TableRead;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A read's order and a range of it. Oracle compares no rows, so a bound is spelled out column by column. */
final class KeyBounds {
    private final TableRead read;
    private final List<ColumnRead> columns;
    private final List<KeyColumn> keys;

    KeyBounds(TableRead read) {
        this.read = read;
        this.columns = read.order().kind() == RowOrder.Kind.PLACE
                ? List.of(new ColumnRead("ROWID", new LogicalType.Text(OptionalInt.empty()), ""))
                : read.order().columns().stream().map(this::column).toList();
        this.keys = read.order().kind() == RowOrder.Kind.PLACE
                ? List.of(KeyColumn.PLACE)
                : columns.stream().map(KeyColumn::of).toList();
    }

    private ColumnRead column(String name) {
        return read.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseGet(() -> new ColumnRead(name, new LogicalType.Text(OptionalInt.empty()), ""));
    }

    List<KeyColumn> keys() {
        return keys;
    }

    LogicalType type(int key) {
        return columns.get(key).type();
    }

    String orderBy() {
        return keys.isEmpty()
                ? ""
                : " ORDER BY " + keys.stream().map(KeyColumn::sql).collect(Collectors.joining(", "));
    }

    String where(KeyRange range) {
        List<String> conditions = new ArrayList<>();
        range.after().ifPresent(bound -> conditions.add(comparison(" > ", " > ")));
        range.upTo().ifPresent(bound -> conditions.add(comparison(" < ", " <= ")));
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /**
     * (a &gt; ? OR (a = ? AND (b &gt; ?))), led by a bound on the first column alone, by which an index can be entered.
     *
     * @param last compares the last column
     */
    private String comparison(String operator, String last) {
        if (keys.isEmpty()) {
            throw refused("is of a read without an order");
        }
        int end = keys.size() - 1;
        String expanded = keys.get(end).sql() + last + keys.get(end).bound();
        for (int i = end - 1; i >= 0; i--) {
            KeyColumn key = keys.get(i);
            expanded = "(" + key.sql() + operator + key.bound() + " OR (" + key.sql() + " = " + key.bound() + " AND "
                    + expanded + "))";
        }
        if (end == 0) {
            return expanded;
        }
        KeyColumn first = keys.get(0);
        return first.sql() + operator.stripTrailing() + "= " + first.bound() + " AND " + expanded;
    }

    /** Binds what {@link #where} asks for, from the first parameter on. */
    void bind(PreparedStatement statement, KeyRange range) throws SQLException {
        int place = 1;
        for (KeyTuple bound :
                Stream.concat(range.after().stream(), range.upTo().stream()).toList()) {
            place = bind(statement, place, bound);
        }
    }

    private int bind(PreparedStatement statement, int from, KeyTuple bound) throws SQLException {
        if (bound.values().size() != keys.size()) {
            throw refused("has " + bound.values().size() + " values for a key of " + keys.size());
        }
        int place = from;
        if (keys.size() > 1) {
            bind(statement, place++, 0, bound);
        }
        for (int i = 0; i < keys.size(); i++) {
            bind(statement, place++, i, bound);
            if (i < keys.size() - 1) {
                bind(statement, place++, i, bound);
            }
        }
        return place;
    }

    private void bind(PreparedStatement statement, int place, int key, KeyTuple bound) throws SQLException {
        KeyValue value = bound.values().get(key);
        if (value instanceof KeyValue.Null) {
            throw refused("holds a NULL");
        }
        keys.get(key).bind(statement, place, value);
    }

    private DmtException refused(String why) {
        return new DmtException(
                ErrorCode.INTERNAL,
                "a key range of " + read.table() + " cannot be read: its bound " + why,
                ErrorContext.at("table", read.table().toString()));
    }
}
