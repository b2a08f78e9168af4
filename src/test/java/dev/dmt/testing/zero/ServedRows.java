package dev.dmt.testing.zero;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.TestPostgres;
import dev.dmt.testing.zero.ZeroQuery.Answer;
import dev.dmt.testing.zero.ZeroQuery.ColumnAnswer;
import dev.dmt.testing.zero.ZeroQuery.RelationshipAnswer;
import dev.dmt.testing.zero.ZeroQuery.TableAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/** Holds what a client got against what the database holds. */
final class ServedRows {
    /** One line a column: table as Zero calls it, its name as SQL wants it, column, type. */
    private static final String COLUMNS =
            "SELECT CASE nspname WHEN 'public' THEN '' ELSE nspname || '.' END || relname,"
                    + " format('%I.%I', nspname, relname), attname, format('%I', attname), typname"
                    + " FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid ="
                    + " relnamespace JOIN pg_type t ON t.oid = atttypid WHERE attnum > 0 AND NOT attisdropped"
                    + " AND relkind IN ('r', 'p') AND nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'"
                    + " ORDER BY 1, attnum";

    private ServedRows() {}

    static void compare(Answer answer, DatabaseConfig database, int mostRows) {
        Map<String, Map<String, String>> counts = new HashMap<>();
        Map<String, String> tables = new HashMap<>();
        for (String line : TestPostgres.query(database, COLUMNS)) {
            List<String> parts = Arrays.asList(line.split("\\|", -1));
            tables.put(parts.get(0), parts.get(1));
            counts.computeIfAbsent(parts.get(0), t -> new HashMap<>())
                    .put(parts.get(2), served(parts.get(3), parts.get(4)));
        }
        SoftAssertions all = new SoftAssertions();
        for (TableAnswer table : answer.tables()) {
            all.assertThat(tables).as("tables of the database").containsKey(table.server());
            if (tables.containsKey(table.server())) {
                compare(table, expected(table, database, tables, counts), mostRows, all);
            }
        }
        all.assertAll();
    }

    private static List<Long> expected(
            TableAnswer table,
            DatabaseConfig database,
            Map<String, String> tables,
            Map<String, Map<String, String>> counts) {
        List<String> asked = new ArrayList<>(List.of("count(*)"));
        for (ColumnAnswer column : table.columns()) {
            asked.add(counts.getOrDefault(table.server(), Map.of()).getOrDefault(column.server(), "-1"));
        }
        String sql = "SELECT " + String.join(", ", asked) + " FROM " + tables.get(table.server());
        return Arrays.stream(TestPostgres.query(database, sql).get(0).split("\\|"))
                .map(Long::valueOf)
                .toList();
    }

    private static void compare(TableAnswer table, List<Long> expected, int mostRows, SoftAssertions all) {
        long rows = expected.get(0);
        all.assertThat(table.rows().size()).as("rows of " + table.server()).isEqualTo((int) Math.min(rows, mostRows));
        if (rows <= mostRows) {
            List<ColumnAnswer> columns = table.columns();
            for (int i = 0; i < columns.size(); i++) {
                all.assertThat(columns.get(i).values())
                        .as("values of " + table.server() + "." + columns.get(i).server())
                        .isEqualTo(expected.get(i + 1));
            }
        }
        for (RelationshipAnswer relationship : table.relationships()) {
            all.assertThat(relationship.difference())
                    .as(table.name() + "." + relationship.name())
                    .isEmpty();
        }
    }

    /** How many values a client can be served: JSON has neither NaN nor infinities, and two kinds of null are one to it. */
    private static String served(String column, String type) {
        String value = switch (type) {
            case "float4", "float8", "numeric" -> column + " NOT IN ('NaN', 'Infinity', '-Infinity')";
            case "date", "timestamp", "timestamptz" -> "isfinite(" + column + ")";
            case "json", "jsonb" -> column + "::text <> 'null'";
            default -> column + " IS NOT NULL";
        };
        return "count(*) FILTER (WHERE " + value + ")";
    }
}
