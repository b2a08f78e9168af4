package dev.dmt.engine.mssql;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.TableRead;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.LogicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A read's order and a range of it, in T-SQL. Keys are compared as whole rows, which is spelled out, since T-SQL has no rows
 * to compare; the first column stands alone before it, so that an index can be used.
 */
final class KeyBounds {
    private static final int FINEST = 7;

    private final TableRead read;
    private final List<ReadColumn> keys;

    KeyBounds(TableRead read) {
        this.read = read;
        this.keys = read.order().columns().stream()
                .map(name -> ReadColumn.of(key(name)))
                .toList();
    }

    private ColumnRead key(String name) {
        return read.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .map(column -> new ColumnRead(name, exact(column.type()), column.form()))
                .orElseGet(() -> new ColumnRead(name, new LogicalType.Text(OptionalInt.empty()), ""));
    }

    /** Rows may be read with fewer digits of a second than they have; what bounds them may not. */
    private static LogicalType exact(LogicalType type) {
        if (type instanceof LogicalType.Timestamp timestamp) {
            return new LogicalType.Timestamp(timestamp.zoned(), FINEST);
        }
        return type instanceof LogicalType.Time ? new LogicalType.Time(FINEST) : type;
    }

    /** The order's columns, empty where there is no order. */
    List<ReadColumn> keys() {
        return keys;
    }

    String orderBy() {
        return keys.isEmpty()
                ? ""
                : keys.stream().map(ReadColumn::order).collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    String where(KeyRange range) {
        List<String> conditions = new ArrayList<>();
        range.after().ifPresent(bound -> conditions.add(comparison(">", bound)));
        range.upTo().ifPresent(bound -> conditions.add(comparison("<", bound)));
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private String comparison(String operator, KeyTuple bound) {
        if (keys.isEmpty() || bound.values().size() != keys.size()) {
            throw refused("has " + bound.values().size() + " values for a key of " + keys.size());
        }
        boolean inclusive = operator.equals("<");
        String last = comparison(keys.size() - 1, operator + (inclusive ? "=" : ""), bound);
        String nested = last;
        for (int i = keys.size() - 2; i >= 0; i--) {
            nested = "(" + comparison(i, operator, bound) + " OR (" + comparison(i, "=", bound) + " AND " + nested
                    + "))";
        }
        return keys.size() == 1 ? last : comparison(0, operator + "=", bound) + " AND " + nested;
    }

    private String comparison(int place, String operator, KeyTuple bound) {
        ReadColumn key = keys.get(place);
        String literal = KeyLiteral.of(bound.values().get(place), key).orElseThrow(() -> refused("holds a NULL"));
        return key.order() + " " + operator + " " + literal;
    }

    private DmtException refused(String why) {
        return new DmtException(
                ErrorCode.INTERNAL,
                "a key range of " + read.table() + " cannot be read: its bound " + why,
                ErrorContext.at("table", read.table().toString()));
    }
}
