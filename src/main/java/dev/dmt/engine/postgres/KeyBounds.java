package dev.dmt.engine.postgres;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.Since;
import dev.dmt.engine.TableRead;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A read's order and a range of it, in SQL. Bounds are compared as whole rows; their values are inlined as typed literals. */
final class KeyBounds {
    private final TableRead read;
    private final List<ColumnRead> keys;

    KeyBounds(TableRead read) {
        this.read = read;
        this.keys = read.order().columns().stream().map(this::key).toList();
    }

    private ColumnRead key(String name) {
        return read.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseGet(() -> new ColumnRead(name, new LogicalType.Text(OptionalInt.empty()), ""));
    }

    /** The order's columns, empty where there is no order. */
    List<ColumnRead> keys() {
        return keys;
    }

    String orderList() {
        return keys.stream()
                .map(key -> WireValue.orderBy(key.name(), key.type()))
                .collect(Collectors.joining(", "));
    }

    String orderBy() {
        return keys.isEmpty() ? "" : " ORDER BY " + orderList();
    }

    String where(KeyRange range) {
        List<String> conditions = new ArrayList<>();
        if (read.order().kind() == RowOrder.Kind.PLACE) {
            range.after().ifPresent(bound -> conditions.add(WireValue.behind(block(bound), ">=")));
            range.upTo().ifPresent(bound -> conditions.add(WireValue.behind(block(bound), "<")));
        } else {
            range.after().ifPresent(bound -> conditions.add(comparison(">", bound)));
            range.upTo().ifPresent(bound -> conditions.add(comparison("<=", bound)));
        }
        read.since().map(this::since).ifPresent(conditions::add);
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** A bound of a place is the number of the last block before it. */
    private long block(KeyTuple bound) {
        if (bound.values().size() == 1 && bound.values().get(0) instanceof KeyValue.Whole block) {
            return block.value();
        }
        throw refused("is no block of the table");
    }

    private String since(Since since) {
        String column = WireValue.orderBy(since.column(), since.type());
        KeyValue least = switch (since.type().kind()) {
            case DATE -> new KeyValue.Text(MomentText.date(since.least()));
            case TIMESTAMP -> new KeyValue.Text(MomentText.timestamp(since.least()));
            default -> new KeyValue.Whole(since.least());
        };
        String bound = literal(least, new ColumnRead(since.column(), since.type(), ""));
        return "(" + column + " IS NULL OR " + column + " >= " + bound + ")";
    }

    private String comparison(String operator, KeyTuple bound) {
        if (keys.isEmpty() || bound.values().size() != keys.size()) {
            throw refused("has " + bound.values().size() + " values for a key of " + keys.size());
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(literal(bound.values().get(i), keys.get(i)));
        }
        return "ROW(" + orderList() + ") " + operator + " ROW(" + String.join(", ", values) + ")";
    }

    private String literal(KeyValue value, ColumnRead key) {
        if (value instanceof KeyValue.Whole whole) {
            return "'" + whole.value() + "'::bigint";
        } else if (value instanceof KeyValue.Real real) {
            return "'" + real.value() + "'::double precision";
        } else if (value instanceof KeyValue.Text text) {
            return PostgresIdentifiers.literal(text.value()) + cast(key.type());
        } else if (value instanceof KeyValue.Bytes bytes) {
            return "'\\x" + bytes.hex() + "'::bytea";
        }
        throw refused("holds a NULL");
    }

    private static String cast(LogicalType type) {
        return switch (type.kind()) {
            case TEXT, XML, ENUMERATION, SET, ARRAY, UNKNOWN -> "::text";
            case INTERVAL -> "::interval";
            case BITS -> "::varbit";
            case JSON -> ((LogicalType.Json) type).binary() ? "::jsonb" : "::text";
            case NATIVE -> {
                LogicalType.Native own = (LogicalType.Native) type;
                yield "::" + (WireValue.isOfUser(own) ? "text" : own.sql());
            }
            case UUID -> "::uuid";
            case DECIMAL, INTEGER -> "::numeric";
            case FLOAT -> "::double precision";
            case DATE -> "::date";
            case TIME -> "::time";
            case TIMESTAMP -> ((LogicalType.Timestamp) type).zoned() ? "::timestamptz" : "::timestamp";
            case BOOLEAN -> "::boolean::integer";
            case BINARY, GEOMETRY, ROW_VERSION -> "::bytea";
        };
    }

    private DmtException refused(String why) {
        return new DmtException(
                ErrorCode.INTERNAL,
                "a key range of " + read.table() + " cannot be read: its bound " + why,
                ErrorContext.at("table", read.table().toString()));
    }
}
