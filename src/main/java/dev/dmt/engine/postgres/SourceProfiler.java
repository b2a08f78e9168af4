package dev.dmt.engine.postgres;

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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the server to scan a table once; of very broad ones so many columns at a time as an answer can have. */
record SourceProfiler(Connection connection, UserTypes users) {
    /** Moments that a count of microseconds from 1970 does not reach, or that are no moments. */
    static final String BEYOND = "beyond";

    /** Decimals that are none. */
    static final String NO_NUMBERS = "no_numbers";

    /** The same among floating-point numbers, most engines' of which have them. */
    static final String NO_FLOATS = "no_floats";

    private static final String NO_NUMBER = "'NaN', 'Infinity', '-Infinity'";
    private static final int COLUMNS_AT_ONCE = 250;
    private static final int FIGURES = 8;

    TableProfile profile(Table table, String relation) throws SQLException {
        List<ColumnProfile> profiles = new ArrayList<>();
        long rows = 0;
        long bytes = 0;
        int columns = table.columns().size();
        for (int from = 0; from == 0 || from < columns; from += COLUMNS_AT_ONCE) {
            List<Column> some = table.columns().subList(from, Math.min(columns, from + COLUMNS_AT_ONCE));
            String figures = some.stream().map(SourceProfiler::figures).collect(Collectors.joining());
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
        String name = PostgresIdentifiers.quote(column.name());
        LogicalType type = DeclaredType.of(column.nativeType());
        boolean whole = type.kind() == TypeKind.INTEGER;
        return ", count(*) - count(" + name + "), coalesce(sum(pg_column_size(" + name + ")), 0)"
                + (whole ? ", min(" + name + ")::text, max(" + name + ")::text" : ", NULL, NULL")
                + ", coalesce(" + longest(name, type.kind()) + ", 0), " + beyond(name, type)
                + digits(name, type.kind());
    }

    private static String digits(String name, TypeKind kind) {
        String number = " FILTER (WHERE " + name + " NOT IN (" + NO_NUMBER + "))";
        return kind == TypeKind.DECIMAL
                ? ", coalesce(length(max(trunc(abs(" + name + ")))" + number + "::text), 0), coalesce(max(scale(" + name
                        + "))" + number + ", 0)"
                : ", 0, 0";
    }

    private static String longest(String name, TypeKind kind) {
        return switch (kind) {
            case BINARY, GEOMETRY, ROW_VERSION -> "max(octet_length(" + name + "))";
            case TEXT, JSON, INTERVAL, XML, ENUMERATION, SET, BITS, ARRAY, NATIVE, UNKNOWN ->
                "max(length(" + name + "::text))";
            case BOOLEAN, INTEGER, DECIMAL, FLOAT, DATE, TIME, TIMESTAMP, UUID -> "0";
        };
    }

    private static String factName(TypeKind kind) {
        return kind == TypeKind.DECIMAL ? NO_NUMBERS : kind == TypeKind.FLOAT ? NO_FLOATS : BEYOND;
    }

    private static String beyond(String name, LogicalType type) {
        return switch (type.kind()) {
            case DATE -> "count(*) FILTER (WHERE NOT isfinite(" + name + "))";
            case TIMESTAMP ->
                "count(*) FILTER (WHERE NOT isfinite(" + name + ") OR " + name + " > '294000-01-01'"
                        + (((LogicalType.Timestamp) type).zoned() ? "::timestamptz" : "::timestamp") + ")";
            case DECIMAL -> "count(*) FILTER (WHERE " + name + " IN (" + NO_NUMBER + "))";
            case FLOAT -> "count(*) FILTER (WHERE " + name + " IN (" + NO_NUMBER + "))";
            case BOOLEAN,
                    INTEGER,
                    TEXT,
                    BINARY,
                    TIME,
                    UUID,
                    JSON,
                    INTERVAL,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    NATIVE,
                    UNKNOWN -> "0";
        };
    }

    private static Map<String, Long> facts(TypeKind kind, long beyond, ResultSet row, int digits) throws SQLException {
        Map<String, Long> facts = new HashMap<>();
        facts.put(factName(kind), beyond);
        facts.put(ColumnProfile.WHOLE_DIGITS, row.getLong(digits));
        facts.put(ColumnProfile.SCALE, row.getLong(digits + 1));
        facts.values().removeIf(count -> count == 0);
        return facts;
    }

    private static ColumnProfile profile(Column column, ResultSet row, int first) throws SQLException {
        long rows = row.getLong(1);
        long nulls = row.getLong(first);
        long beyond = row.getLong(first + 5);
        TypeKind kind = DeclaredType.of(column.nativeType()).kind();
        return new ColumnProfile(
                column.name(),
                nulls,
                rows == nulls ? Map.of() : Map.of(kind.name().toLowerCase(Locale.ROOT), rows - nulls),
                facts(kind, beyond, row, first + 6),
                Optional.ofNullable(row.getString(first + 2)),
                Optional.ofNullable(row.getString(first + 3)),
                row.getLong(first + 4),
                Optional.empty());
    }
}
