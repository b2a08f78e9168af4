package dev.dmt.engine.oracle;

import dev.dmt.engine.EmptyText;
import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableProfile;
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
record SourceProfiler(Connection connection) {
    /** Numbers that are not whole. */
    static final String FRACTION = "fraction";

    /** Dates that are not at midnight. */
    static final String CLOCK = "clock";

    /** Texts of length 0 that are no NULL: of large objects alone. */
    static final String EMPTY = EmptyText.FACT;

    private static final int COLUMNS_AT_ONCE = 100;
    private static final int FIGURES = 6;

    TableProfile profile(Table table, String relation) throws SQLException {
        List<ColumnProfile> profiles = new ArrayList<>();
        long rows = 0;
        long bytes = 0;
        int columns = table.columns().size();
        for (int from = 0; from == 0 || from < columns; from += COLUMNS_AT_ONCE) {
            List<Column> some = table.columns().subList(from, Math.min(columns, from + COLUMNS_AT_ONCE));
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query(some, relation))) {
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

    static String query(List<Column> columns, String relation) {
        return "SELECT COUNT(*)" + columns.stream().map(SourceProfiler::figures).collect(Collectors.joining())
                + " FROM " + relation;
    }

    /** NULLs, bytes, least, greatest, longest, and what the fact of its family counts. */
    private static String figures(Column column) {
        String name = OracleIdentifiers.quote(column.name());
        DeclaredType declared = DeclaredType.of(column.nativeType());
        boolean streamed = declared.stored() == Stored.LONG || declared.stored() == Stored.LONG_RAW;
        // A LONG stands in no expression, not even to be asked for NULL.
        return ", " + (streamed ? "0" : "NVL(SUM(CASE WHEN " + name + " IS NULL THEN 1 ELSE 0 END), 0)") + ", "
                + bytes(name, declared) + ", "
                + (declared.stored() == Stored.NUMBER
                        ? "TO_CHAR(MIN(" + name + "), 'TM9'), TO_CHAR(MAX(" + name + "), 'TM9')"
                        : "NULL, NULL")
                + ", " + longest(name, declared) + ", " + count(name, declared);
    }

    private static String bytes(String name, DeclaredType declared) {
        return switch (declared.stored()) {
            case NUMBER,
                    BINARY_FLOAT,
                    BINARY_DOUBLE,
                    CHARACTERS,
                    RAW,
                    DATE,
                    TIMESTAMP,
                    ZONED,
                    LOCAL,
                    MONTHS,
                    SECONDS,
                    ROWID -> "NVL(SUM(VSIZE(" + name + ")), 0)";
            case CLOB, BLOB -> "NVL(SUM(DBMS_LOB.GETLENGTH(" + name + ")), 0)";
            case LONG, LONG_RAW, XML, JSON, BOOLEAN, SHAPE, OTHER -> "0";
        };
    }

    private static String longest(String name, DeclaredType declared) {
        return switch (declared.stored()) {
            case CHARACTERS -> "NVL(MAX(LENGTH(" + name + ")), 0)";
            case CLOB, BLOB -> "NVL(MAX(DBMS_LOB.GETLENGTH(" + name + ")), 0)";
            case RAW -> "NVL(MAX(UTL_RAW.LENGTH(" + name + ")), 0)";
            case ROWID -> "NVL(MAX(LENGTH(CAST(" + name + " AS VARCHAR2(4000)))), 0)";
            case NUMBER,
                    BINARY_FLOAT,
                    BINARY_DOUBLE,
                    LONG,
                    LONG_RAW,
                    DATE,
                    TIMESTAMP,
                    ZONED,
                    LOCAL,
                    MONTHS,
                    SECONDS,
                    XML,
                    JSON,
                    BOOLEAN,
                    SHAPE,
                    OTHER -> "0";
        };
    }

    private static String count(String name, DeclaredType declared) {
        return switch (declared.stored()) {
            case NUMBER ->
                declared.isSmallWhole() ? "0" : "COUNT(CASE WHEN " + name + " <> TRUNC(" + name + ") THEN 1 END)";
            case DATE -> "COUNT(CASE WHEN " + name + " <> TRUNC(" + name + ") THEN 1 END)";
            case CLOB, BLOB -> "COUNT(CASE WHEN DBMS_LOB.GETLENGTH(" + name + ") = 0 THEN 1 END)";
            case BINARY_FLOAT,
                    BINARY_DOUBLE,
                    CHARACTERS,
                    LONG,
                    RAW,
                    LONG_RAW,
                    TIMESTAMP,
                    ZONED,
                    LOCAL,
                    MONTHS,
                    SECONDS,
                    ROWID,
                    XML,
                    JSON,
                    BOOLEAN,
                    SHAPE,
                    OTHER -> "0";
        };
    }

    private static String fact(Stored stored) {
        return stored == Stored.NUMBER ? FRACTION : stored == Stored.DATE ? CLOCK : EMPTY;
    }

    private static ColumnProfile profile(Column column, ResultSet row, int first) throws SQLException {
        long rows = row.getLong(1);
        long nulls = row.getLong(first);
        Stored stored = DeclaredType.of(column.nativeType()).stored();
        Map<String, Long> facts = new HashMap<>();
        if (row.getLong(first + 5) > 0) {
            facts.put(fact(stored), row.getLong(first + 5));
        }
        return new ColumnProfile(
                column.name(),
                nulls,
                rows == nulls ? Map.of() : Map.of(stored.name().toLowerCase(Locale.ROOT), rows - nulls),
                facts,
                Optional.ofNullable(row.getString(first + 2)),
                Optional.ofNullable(row.getString(first + 3)),
                row.getLong(first + 4),
                Optional.empty());
    }
}
