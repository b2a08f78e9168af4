package dev.dmt.engine.sqlite.target;

import dev.dmt.engine.Ddl;
import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.engine.sqlite.Identifiers;
import dev.dmt.engine.sqlite.expression.SqliteTargetExpressions;
import dev.dmt.schema.Check;
import dev.dmt.schema.Expression;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** SQLite's DDL. A table is made with all its constraints at once; what asks for them later finds them there. */
final class SqliteDdl implements Ddl {
    @Override
    public List<String> createSchema(String schema) {
        return List.of();
    }

    /** The foreign keys that point at it name it, and mean the next table of its name. */
    @Override
    public List<String> dropTable(Table table) {
        return List.of("DROP TABLE IF EXISTS " + name(table));
    }

    @Override
    public List<String> createTable(Table table) {
        return List.of(new TableText(table).create());
    }

    /** None is asked while dmt loads. */
    @Override
    public List<String> dropForeignKeys(Table table) {
        return List.of();
    }

    @Override
    public List<String> truncate(Table table) {
        return List.of("DELETE FROM " + name(table));
    }

    /** Where the table is somebody else's and counts without AUTOINCREMENT, the next number follows the greatest anyway. */
    @Override
    public List<String> resetSequence(Table table, String column, long floor) {
        if (!TableText.counts(table, column)) {
            return List.of();
        }
        String text = Identifiers.quoteText(table.name().name());
        String counted = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = " + text
                + " COLLATE NOCASE AND upper(sql) LIKE '%AUTOINCREMENT%'";
        String last = "max(" + floor + ", coalesce((SELECT max(" + Identifiers.quote(column) + ") FROM " + name(table)
                + "), 0))";
        return List.of(
                GuardedSql.where(
                        counted,
                        "INSERT INTO sqlite_sequence (name, seq) SELECT " + text
                                + ", 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = " + text + ")"),
                GuardedSql.where(counted, "UPDATE sqlite_sequence SET seq = " + last + " WHERE name = " + text));
    }

    @Override
    public List<String> createPrimaryKey(Table table, Key key) {
        return createUniqueKey(table, key);
    }

    /** A table that was there before may lack the key; a unique index is what can still be added. */
    @Override
    public List<String> createUniqueKey(Table table, Key key) {
        return List.of(GuardedSql.unless(
                hasKey(table, key.columns()),
                "CREATE UNIQUE INDEX " + Identifiers.quote(key.name()) + " ON " + name(table) + " ("
                        + Identifiers.list(key.columns()) + ")"));
    }

    private static String hasKey(Table table, List<String> columns) {
        String text = Identifiers.quoteText(table.name().name());
        String names = columns.stream().map(Identifiers::quoteText).collect(Collectors.joining(", "));
        int count = columns.size();
        return "SELECT 1 FROM pragma_index_list(" + text + ") AS l WHERE l.\"unique\" AND NOT l.partial"
                + " AND (SELECT count(*) FROM pragma_index_info(l.name)) = " + count
                + " AND (SELECT count(*) FROM pragma_index_info(l.name) AS i WHERE i.name COLLATE NOCASE IN (" + names
                + ")) = " + count + " UNION ALL SELECT 1 WHERE (SELECT count(*) FROM pragma_table_info(" + text
                + ") WHERE pk > 0) = " + count + " AND (SELECT count(*) FROM pragma_table_info(" + text
                + ") WHERE pk > 0 AND name COLLATE NOCASE IN (" + names + ")) = " + count;
    }

    @Override
    public List<String> createIndex(Table table, Index index) {
        String parts = index.ownSql()
                .orElseGet(() -> "(" + parts(index) + ")"
                        + index.predicateSql().map(p -> " WHERE " + p).orElse(""));
        // IF NOT EXISTS would be content with an index of this name on another table.
        return List.of(GuardedSql.unless(
                "SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = " + Identifiers.quoteText(index.name())
                        + " COLLATE NOCASE AND tbl_name = "
                        + Identifiers.quoteText(table.name().name()) + " COLLATE NOCASE",
                "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + Identifiers.quote(index.name()) + " ON "
                        + name(table) + " " + parts));
    }

    /** SQLite carries no columns beside an index's own: at its end they serve as well, unless it is unique. */
    private static String parts(Index index) {
        List<String> parts =
                new ArrayList<>(index.parts().stream().map(SqliteDdl::indexPart).toList());
        if (!index.unique()) {
            index.included().forEach(column -> parts.add(Identifiers.quote(column)));
        }
        return String.join(", ", parts);
    }

    private static String indexPart(IndexPart part) {
        String base = part.expression() ? part.text() : Identifiers.quote(part.text());
        return base
                + part.collation().map(c -> " COLLATE " + Identifiers.quote(c)).orElse("")
                + (part.descending() ? " DESC" : "");
    }

    @Override
    public List<String> createForeignKey(Table table, ForeignKey key) {
        return List.of();
    }

    @Override
    public List<String> validateForeignKey(Table table, ForeignKey key) {
        return List.of(GuardedSql.none(countOrphans(table, key)));
    }

    @Override
    public String countOrphans(Table table, ForeignKey key) {
        String present = key.columns().stream()
                .map(column -> "child." + Identifiers.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String matches = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "parent."
                        + Identifiers.quote(key.referencedColumns().get(i)) + " = child."
                        + Identifiers.quote(key.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        return "SELECT count(*) FROM " + name(table) + " AS child WHERE " + present + " AND NOT EXISTS (SELECT 1 FROM "
                + Identifiers.quote(key.referencedTable().name()) + " AS parent WHERE " + matches + ")";
    }

    @Override
    public List<String> createCheck(Table table, Check check) {
        return List.of();
    }

    @Override
    public List<String> validateCheck(Table table, Check check) {
        return List.of(GuardedSql.none(countViolations(table, check)));
    }

    @Override
    public String countViolations(Table table, Check check) {
        return "SELECT count(*) FROM " + name(table) + " WHERE NOT (" + check.expressionSql() + ")";
    }

    @Override
    public List<String> analyze(Table table) {
        return List.of("ANALYZE " + name(table));
    }

    @Override
    public String plain(String statement) {
        return GuardedSql.plain(statement);
    }

    @Override
    public Rendering render(Expression expression, Map<String, RenderedColumn> columns) {
        return SqliteTargetExpressions.render(expression, columns);
    }

    @Override
    public Rendering renderCondition(Expression expression, Map<String, RenderedColumn> columns) {
        return SqliteTargetExpressions.renderCondition(expression, columns);
    }

    @Override
    public Rendering renderValue(Expression expression, Map<String, RenderedColumn> columns, LogicalType type) {
        return SqliteTargetExpressions.renderValue(expression, columns, type);
    }

    @Override
    public Rendering renderDefault(Expression expression, LogicalType type) {
        return SqliteTargetExpressions.renderDefault(expression, type);
    }

    private static String name(Table table) {
        return Identifiers.quote(table.name().name());
    }
}
