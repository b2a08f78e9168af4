package dev.dmt.engine.sqlite;

import dev.dmt.engine.Since;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.TypeKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The SQL that reads a key range of a table in its order. Columns are written as s."name": a bare quoted name that does
 * not exist would be a string to SQLite, not an error.
 */
final class RangeQuery {
    private static final long MICROS_A_DAY = 86_400_000_000L;

    private final String table;
    private final List<KeyColumn> key;
    private final boolean rowid;

    private RangeQuery(String table, List<KeyColumn> key, boolean rowid) {
        this.table = table;
        this.key = key;
        this.rowid = rowid;
    }

    static RangeQuery of(Connection connection, String table, RowOrder order) throws SQLException {
        List<KeyColumn> key = switch (order.kind()) {
            case ROWID -> List.of(new KeyColumn(order.columns().get(0), "BINARY", false));
            case KEY -> KeyColumn.find(connection, table, order.columns());
            case PLACE, NONE -> List.of();
        };
        return new RangeQuery(table, key, order.kind() == RowOrder.Kind.ROWID);
    }

    static RangeQuery of(Connection connection, TableRead read) throws SQLException {
        return of(connection, read.table().name(), read.order());
    }

    /** How many columns the key has, behind the asked ones. */
    int keySize() {
        return key.size();
    }

    /** The columns and then the key's, in order. */
    SqlText rows(List<String> columns, KeyRange range) {
        return rows(columns, range, Optional.empty());
    }

    /** As {@link #rows(List, KeyRange)}, without rows that certainly are older; some that are may be given. */
    SqlText rows(List<String> columns, KeyRange range, Optional<Since> since) {
        List<String> selected = new ArrayList<>();
        columns.forEach(column -> selected.add("s." + Identifiers.quote(column)));
        key.forEach(column -> selected.add(column.qualified()));
        if (selected.isEmpty()) {
            selected.add("1");
        }
        List<Object> values = new ArrayList<>();
        String sql = "SELECT " + String.join(", ", selected) + from() + where(range, since, values) + orderBy();
        if (key.isEmpty()) {
            sql += numbered(range, values);
        }
        return new SqlText(sql, values, selected.size(), columns.size());
    }

    SqlText count(KeyRange range) {
        List<Object> values = new ArrayList<>();
        if (key.isEmpty() && !range.equals(KeyRange.ALL)) {
            return new SqlText("SELECT count(*) FROM (SELECT 1" + from() + numbered(range, values) + ")", values, 1);
        }
        return new SqlText("SELECT count(*)" + from() + where(range, values), values, 1);
    }

    /** The key of the row that lies {@code skipped} rows behind the range's first. */
    SqlText keyBehind(KeyRange range, long skipped) {
        SqlText all = rows(List.of(), range);
        List<Object> values = new ArrayList<>(all.values());
        values.add(skipped);
        return new SqlText(all.text() + " LIMIT 1 OFFSET ?", values, all.columns());
    }

    /** The least and the greatest rowid; asked for together in one select they would cost a scan. */
    SqlText rowidBounds() {
        String column = key.get(0).qualified();
        return new SqlText(
                "SELECT (SELECT min(" + column + ")" + from() + "), (SELECT max(" + column + ")" + from() + ")",
                List.of(),
                2);
    }

    boolean ordersByRowid() {
        return rowid;
    }

    private String from() {
        return " FROM " + Identifiers.quote(table) + " AS s";
    }

    private String orderBy() {
        if (key.isEmpty()) {
            return "";
        }
        return " ORDER BY "
                + key.stream()
                        .map(column -> rowid ? column.qualified() : column.ordering())
                        .collect(Collectors.joining(", "));
    }

    private String where(KeyRange range, List<Object> values) {
        return where(range, Optional.empty(), values);
    }

    private String where(KeyRange range, Optional<Since> since, List<Object> values) {
        // Rows without an order go by their number, which none may be missing for.
        if (key.isEmpty()) {
            return "";
        }
        List<String> bounds = new ArrayList<>();
        since.map(RangeQuery::notOlder).ifPresent(bounds::add);
        range.after().ifPresent(after -> bounds.add(beyond(after, true, false, values)));
        range.upTo().ifPresent(upTo -> bounds.add(beyond(upTo, false, true, values)));
        return bounds.isEmpty() ? "" : " WHERE " + String.join(" AND ", bounds);
    }

    /** Rows without an order are numbered from 1 as they come. */
    private static String numbered(KeyRange range, List<Object> values) {
        long after = range.after().map(RangeQuery::rowNumber).orElse(0L);
        long upTo = range.upTo().map(RangeQuery::rowNumber).orElse(Long.MAX_VALUE);
        if (after == 0 && upTo == Long.MAX_VALUE) {
            return "";
        }
        values.add(upTo - after);
        values.add(after);
        return " LIMIT ? OFFSET ?";
    }

    static long rowNumber(KeyTuple key) {
        return key.values().get(0) instanceof KeyValue.Whole whole ? whole.value() : 0;
    }

    /** No text that is read as a moment sorts before its day, but for one with a sign or a zone. */
    private static String notOlder(Since since) {
        String column = "s." + Identifiers.quote(since.column());
        String newer = since.type().kind() == TypeKind.INTEGER
                ? column + " >= " + since.least()
                : "typeof(" + column + ") <> 'text' OR " + column + " < '0' OR " + column + " >= '" + dayBefore(since)
                        + "'";
        return "(" + column + " IS NULL OR " + newer + ")";
    }

    private static String dayBefore(Since since) {
        long day = since.type().kind() == TypeKind.DATE ? since.least() : Math.floorDiv(since.least(), MICROS_A_DAY);
        return LocalDate.ofEpochDay(day - 2).toString();
    }

    private String beyond(KeyTuple bound, boolean later, boolean inclusive, List<Object> values) {
        boolean descending = key.get(0).descending();
        if (key.stream().allMatch(column -> column.descending() == descending)) {
            String operator = (later != descending ? ">" : "<") + (inclusive ? "=" : "");
            String columns = key.stream().map(this::side).collect(Collectors.joining(", "));
            String parameters = bound.values().stream()
                    .map(value -> parameter(value, values))
                    .collect(Collectors.joining(", "));
            return key.size() == 1
                    ? columns + " " + operator + " " + parameters
                    : "(" + columns + ") " + operator + " (" + parameters + ")";
        }
        return mixed(bound, later, inclusive, values);
    }

    /** Mixed directions have no row-value comparison: a OR (b equal and c ...), column by column. */
    private String mixed(KeyTuple bound, boolean later, boolean inclusive, List<Object> values) {
        List<String> cases = new ArrayList<>();
        for (int last = 0; last < key.size(); last++) {
            List<String> terms = new ArrayList<>();
            for (int i = 0; i < last; i++) {
                terms.add(side(key.get(i)) + " = " + parameter(bound.values().get(i), values));
            }
            boolean greater = later != key.get(last).descending();
            boolean closed = inclusive && last == key.size() - 1;
            terms.add(side(key.get(last))
                    + (greater ? " >" : " <")
                    + (closed ? "= " : " ")
                    + parameter(bound.values().get(last), values));
            cases.add("(" + String.join(" AND ", terms) + ")");
        }
        return "(" + String.join(" OR ", cases) + ")";
    }

    private String side(KeyColumn column) {
        return rowid ? column.qualified() : column.comparable();
    }

    private static String parameter(KeyValue value, List<Object> values) {
        if (value instanceof KeyValue.Whole whole) {
            values.add(whole.value());
        } else if (value instanceof KeyValue.Real real) {
            values.add(real.value());
        } else if (value instanceof KeyValue.Bytes bytes) {
            values.add(bytes.toArray());
        } else if (value instanceof KeyValue.Text text) {
            if (KeyText.escaped(text.value())) {
                values.add(KeyText.encode(text.value()));
                return "CAST(? AS TEXT)";
            }
            values.add(text.value());
        } else {
            return "NULL";
        }
        return "?";
    }
}
