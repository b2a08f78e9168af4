package dev.dmt.engine.mssql;

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

/** Asks the server to scan a table once; of very broad ones so many columns at a time as an answer can have. */
record SourceProfiler(Connection connection) {
    private static final int COLUMNS_AT_ONCE = 200;
    private static final int FIGURES = 5;

    TableProfile profile(Table table, String relation) throws SQLException {
        List<ColumnProfile> profiles = new ArrayList<>();
        long rows = 0;
        long bytes = 0;
        int columns = table.columns().size();
        for (int from = 0; from == 0 || from < columns; from += COLUMNS_AT_ONCE) {
            List<Column> some = table.columns().subList(from, Math.min(columns, from + COLUMNS_AT_ONCE));
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                try (ResultSet row = statement.executeQuery(query(some, relation))) {
                    row.next();
                    rows = row.getLong(1);
                    for (int i = 0; i < some.size(); i++) {
                        int first = 2 + i * FIGURES;
                        profiles.add(profile(some.get(i), row, first));
                        bytes += row.getLong(first + 1);
                    }
                }
            }
        }
        return new TableProfile(table.name(), rows, bytes, profiles);
    }

    static String query(List<Column> columns, String relation) {
        return "SELECT COUNT_BIG(*)"
                + columns.stream().map(SourceProfiler::figures).collect(Collectors.joining()) + " FROM " + relation;
    }

    private static String figures(Column column) {
        String name = Identifiers.quote(column.name());
        NativeName type = NativeName.parse(column.nativeType());
        boolean whole = DeclaredType.of(column.nativeType()).kind() == TypeKind.INTEGER;
        return ", COALESCE(SUM(CASE WHEN " + name + " IS NULL THEN CAST(1 AS bigint) ELSE 0 END), 0)"
                + ", COALESCE(SUM(CAST(DATALENGTH(" + name + ") AS bigint)), 0)"
                + (whole ? ", MIN(" + name + "), MAX(" + name + ")" : ", NULL, NULL")
                + ", COALESCE(MAX(" + longest(type, name) + "), 0)";
    }

    /** In bytes, or in UTF-16 units: LEN does not count blanks at the end. */
    private static String longest(NativeName type, String name) {
        return switch (type.base()) {
            case "nchar", "nvarchar", "ntext" -> "DATALENGTH(" + name + ") / 2";
            case "char", "varchar", "text", "binary", "varbinary", "image" -> "DATALENGTH(" + name + ")";
            case "xml", "json", "hierarchyid" -> "DATALENGTH(CONVERT(nvarchar(max), " + name + ")) / 2";
            default -> "0";
        };
    }

    private static ColumnProfile profile(Column column, ResultSet row, int first) throws SQLException {
        long rows = row.getLong(1);
        long nulls = row.getLong(first);
        LogicalType type = DeclaredType.of(column.nativeType());
        LogicalType portable = type instanceof LogicalType.Native own ? own.portable() : type;
        String kind = portable.kind().name().toLowerCase(Locale.ROOT);
        return new ColumnProfile(
                column.name(),
                nulls,
                rows == nulls ? Map.of() : Map.of(kind, rows - nulls),
                Map.of(),
                Optional.ofNullable(row.getString(first + 2)),
                Optional.ofNullable(row.getString(first + 3)),
                row.getLong(first + 4),
                Optional.empty());
    }
}
