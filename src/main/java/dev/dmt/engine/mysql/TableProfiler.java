package dev.dmt.engine.mysql;

import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableProfile;
import dev.dmt.schema.TypeKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the server to scan a table once; of very broad ones so many columns at a time as one answer can have. */
record TableProfiler(Connection connection) {
    /** Dates of no calendar. */
    static final String ZERO_DATES = "zero_date";
    /** Times that are none of a day. */
    static final String BEYOND_A_DAY = "beyond_a_day";
    /** Values of an enum that are none of its members. */
    static final String NO_MEMBER = "no_member";

    private static final int COLUMNS_AT_ONCE = 250;
    private static final int FIGURES = 6;

    TableProfile profile(Table table, String relation) throws SQLException {
        List<ColumnProfile> profiles = new ArrayList<>();
        long rows = 0;
        long bytes = 0;
        int columns = table.columns().size();
        for (int from = 0; from == 0 || from < columns; from += COLUMNS_AT_ONCE) {
            List<Column> some = table.columns().subList(from, Math.min(columns, from + COLUMNS_AT_ONCE));
            String figures = some.stream().map(TableProfiler::figures).collect(Collectors.joining());
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*)" + figures + " FROM " + relation)) {
                row.next();
                rows = row.getLong(1);
                for (int i = 0; i < some.size(); i++) {
                    int first = 2 + i * FIGURES;
                    profiles.add(profile(some.get(i), row, first));
                    bytes += row.getLong(first + 1);
                }
            }
        }
        return new TableProfile(table.name(), rows, bytes, profiles);
    }

    private static String figures(Column column) {
        String name = MysqlIdentifiers.quote(column.name());
        LogicalType type = DeclaredType.of(column.nativeType(), Optional.empty());
        TypeKind kind = DeclaredType.kind(type);
        String declared = column.nativeType().toLowerCase(Locale.ROOT);
        boolean whole = kind == TypeKind.INTEGER || kind == TypeKind.BOOLEAN || declared.startsWith("bigint");
        return ", count(*) - count(" + name + "), coalesce(sum(octet_length(" + name + ")), 0)"
                + (whole
                        ? ", CAST(min(" + name + " + 0) AS CHAR), CAST(max(" + name + " + 0) AS CHAR)"
                        : ", NULL, NULL")
                + ", coalesce(" + longest(name, kind) + ", 0), " + odd(name, kind);
    }

    private static String longest(String name, TypeKind kind) {
        return switch (kind) {
            case BINARY, GEOMETRY, ROW_VERSION -> "max(octet_length(" + name + "))";
            case TEXT, JSON, INTERVAL, XML, ENUMERATION, SET, ARRAY, NATIVE, UNKNOWN ->
                "max(char_length(" + name + "))";
            case BOOLEAN, INTEGER, DECIMAL, FLOAT, DATE, TIME, TIMESTAMP, UUID, BITS -> "0";
        };
    }

    private static String daysOfMonth(String name) {
        String year = "year(" + name + ")";
        return "elt(month(" + name + "), 31, 28 + (" + year + " % 4 = 0 AND (" + year + " % 100 <> 0 OR " + year
                + " % 400 = 0)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31) + 0";
    }

    /** A month or day that is 0, or a day that the month does not have, makes a date that no calendar has. */
    private static String odd(String name, TypeKind kind) {
        return switch (kind) {
            case DATE, TIMESTAMP ->
                "coalesce(sum(" + name + " IS NOT NULL AND (month(" + name + ") = 0 OR dayofmonth(" + name
                        + ") = 0 OR dayofmonth(" + name + ") > " + daysOfMonth(name) + ")), 0)";
            case TIME ->
                "coalesce(sum(" + name + " < CAST('00:00:00' AS TIME) OR " + name + " >= CAST('24:00:00' AS TIME)), 0)";
            case ENUMERATION -> "coalesce(sum(" + name + " + 0 = 0), 0)";
            case BOOLEAN,
                    INTEGER,
                    DECIMAL,
                    FLOAT,
                    TEXT,
                    BINARY,
                    UUID,
                    JSON,
                    INTERVAL,
                    XML,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    NATIVE,
                    UNKNOWN -> "0";
        };
    }

    private static ColumnProfile profile(Column column, ResultSet row, int first) throws SQLException {
        long rows = row.getLong(1);
        long nulls = row.getLong(first);
        long odd = row.getLong(first + 5);
        TypeKind kind = DeclaredType.kind(DeclaredType.of(column.nativeType(), Optional.empty()));
        String fact = kind == TypeKind.TIME ? BEYOND_A_DAY : kind == TypeKind.ENUMERATION ? NO_MEMBER : ZERO_DATES;
        return new ColumnProfile(
                column.name(),
                nulls,
                rows == nulls ? Map.of() : Map.of(kind.name().toLowerCase(Locale.ROOT), rows - nulls),
                odd == 0 ? Map.of() : Map.of(fact, odd),
                Optional.ofNullable(row.getString(first + 2)),
                Optional.ofNullable(row.getString(first + 3)),
                row.getLong(first + 4),
                Optional.empty());
    }
}
