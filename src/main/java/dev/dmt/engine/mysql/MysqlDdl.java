package dev.dmt.engine.mysql;

import dev.dmt.engine.Ddl;
import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Check;
import dev.dmt.schema.Expression;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.Key;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** DDL of MySQL and MariaDB. A schema is a database. */
final class MysqlDdl implements Ddl {
    @Override
    public List<String> createSchema(String schema) {
        return List.of("CREATE DATABASE IF NOT EXISTS " + MysqlIdentifiers.quote(schema)
                + " CHARACTER SET utf8mb4 COLLATE " + ColumnSpelling.EXACT);
    }

    @Override
    public List<String> dropTable(Table table) {
        return List.of(
                GuardedStatement.free(table.name().schema(), table.name().name()),
                "DROP TABLE IF EXISTS " + name(table));
    }

    @Override
    public List<String> createTable(Table table) {
        return List.of(new TableClause(table).create());
    }

    @Override
    public List<String> dropForeignKeys(Table table) {
        return table.foreignKeys().stream()
                .map(key -> GuardedStatement.when(
                        Presence.constraint(table.name(), key.name()),
                        "ALTER TABLE " + name(table) + " DROP FOREIGN KEY " + MysqlIdentifiers.quote(key.name())))
                .toList();
    }

    /** A table that is referred to cannot be truncated: the keys that point at it go, and create-fks brings them back. */
    @Override
    public List<String> truncate(Table table) {
        return List.of(
                GuardedStatement.free(table.name().schema(), table.name().name()), "TRUNCATE TABLE " + name(table));
    }

    /** The server takes the largest value in the table where that is higher. */
    @Override
    public List<String> resetSequence(Table table, String column, long floor) {
        return List.of("ALTER TABLE " + name(table) + " AUTO_INCREMENT = "
                + Math.max(1, Math.addExact(Math.min(floor, Long.MAX_VALUE - 1), 1)));
    }

    /** Usually made with the table, whose rows it orders. */
    @Override
    public List<String> createPrimaryKey(Table table, Key key) {
        return List.of(GuardedStatement.unless(
                Presence.index(table.name(), "PRIMARY"),
                "ALTER TABLE " + name(table) + " ADD PRIMARY KEY (" + MysqlIdentifiers.quoteAll(key.columns()) + ")"));
    }

    @Override
    public List<String> createUniqueKey(Table table, Key key) {
        return List.of(GuardedStatement.unless(
                Presence.index(table.name(), key.name()),
                "ALTER TABLE " + name(table) + " ADD UNIQUE KEY " + MysqlIdentifiers.quote(key.name()) + " ("
                        + MysqlIdentifiers.quoteAll(key.columns()) + ")"));
    }

    @Override
    public List<String> createIndex(Table table, Index index) {
        return List.of(GuardedStatement.unless(
                Presence.index(table.name(), index.name()),
                "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + MysqlIdentifiers.quote(index.name())
                        + " ON " + name(table) + " "
                        + index.ownSql().orElseGet(() -> new IndexClause(table, index).parts())));
    }

    @Override
    public List<String> createForeignKey(Table table, ForeignKey key) {
        return List.of(GuardedStatement.unless(
                Presence.constraint(table.name(), key.name()),
                addConstraint(table, key.name()) + "FOREIGN KEY (" + MysqlIdentifiers.quoteAll(key.columns())
                        + ") REFERENCES " + MysqlIdentifiers.quote(key.referencedTable()) + " ("
                        + MysqlIdentifiers.quoteAll(key.referencedColumns()) + ")"
                        + action(" ON DELETE ", key.onDelete()) + action(" ON UPDATE ", key.onUpdate())));
    }

    /** Without a server nobody knows which of the two it is. */
    @Override
    public Optional<String> noExpressionIndex() {
        return Optional.of("MariaDB has no index over an expression; MySQL has, and takes it afterwards");
    }

    @Override
    public Optional<String> lossOf(ForeignKey key) {
        if (key.onDelete() == ReferentialAction.SET_DEFAULT || key.onUpdate() == ReferentialAction.SET_DEFAULT) {
            return Optional.of("MySQL has no SET DEFAULT: a parent that is referred to stays as it is");
        }
        return key.deferrable()
                ? Optional.of("MySQL defers no foreign key: it is checked row by row, not at the commit")
                : Optional.empty();
    }

    /** InnoDB refuses SET DEFAULT; {@link #lossOf} says so. */
    private static String action(String occasion, ReferentialAction action) {
        return switch (action) {
            case NO_ACTION, SET_DEFAULT -> "";
            case RESTRICT, CASCADE, SET_NULL -> occasion + action.sql();
        };
    }

    @Override
    public List<String> validateForeignKey(Table table, ForeignKey key) {
        return List.of(GuardedStatement.refuse("SELECT 1 " + orphans(table, key) + " LIMIT 1"));
    }

    @Override
    public String countOrphans(Table table, ForeignKey key) {
        return "SELECT count(*) " + orphans(table, key);
    }

    private static String orphans(Table table, ForeignKey key) {
        String present = key.columns().stream()
                .map(column -> "child." + MysqlIdentifiers.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String matches = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "parent."
                        + MysqlIdentifiers.quote(key.referencedColumns().get(i)) + " = child."
                        + MysqlIdentifiers.quote(key.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        return "FROM " + name(table) + " AS child WHERE " + present + " AND NOT EXISTS (SELECT 1 FROM "
                + MysqlIdentifiers.quote(key.referencedTable()) + " AS parent WHERE " + matches + ")";
    }

    /** MariaDB can be told not to look at the rows that are there; MySQL adds a check that is not enforced yet. */
    @Override
    public List<String> createCheck(Table table, Check check) {
        return List.of(GuardedStatement.unless(
                Presence.constraint(table.name(), check.name()),
                addConstraint(table, check.name()) + "CHECK (" + check.expressionSql() + ")/*!80016 NOT ENFORCED*/"));
    }

    @Override
    public List<String> validateCheck(Table table, Check check) {
        return List.of(
                GuardedStatement.refuse("SELECT 1 " + violations(table, check) + " LIMIT 1"),
                GuardedStatement.onMysql("ALTER TABLE " + name(table) + " ALTER CHECK "
                        + MysqlIdentifiers.quote(check.name()) + " ENFORCED"));
    }

    @Override
    public String countViolations(Table table, Check check) {
        return "SELECT count(*) " + violations(table, check);
    }

    private static String violations(Table table, Check check) {
        return "FROM " + name(table) + " WHERE NOT (" + check.expressionSql() + ")";
    }

    @Override
    public List<String> analyze(Table table) {
        return List.of("ANALYZE TABLE " + name(table));
    }

    /** They are said where the table is made. */
    @Override
    public boolean keepsComments() {
        return true;
    }

    @Override
    public String plain(String statement) {
        return GuardedStatement.plain(statement);
    }

    @Override
    public Rendering render(Expression expression, Map<String, RenderedColumn> columns) {
        return MysqlExpressions.render(expression, columns);
    }

    @Override
    public Rendering renderCondition(Expression expression, Map<String, RenderedColumn> columns) {
        return MysqlExpressions.renderCondition(expression, columns);
    }

    @Override
    public Rendering renderValue(Expression expression, Map<String, RenderedColumn> columns, LogicalType type) {
        return MysqlExpressions.renderValue(expression, columns, type);
    }

    @Override
    public Rendering renderPredicate(Expression expression, Map<String, RenderedColumn> columns) {
        return MysqlExpressions.renderPredicate();
    }

    @Override
    public Rendering renderDefault(Expression expression, LogicalType type) {
        return MysqlExpressions.renderDefault(expression, type);
    }

    private static String addConstraint(Table table, String name) {
        return "ALTER TABLE " + name(table) + " ADD CONSTRAINT " + MysqlIdentifiers.quote(name) + " ";
    }

    private static String name(Table table) {
        return MysqlIdentifiers.quote(table.name());
    }

    /** Queries that give a row where something is there already. */
    private static final class Presence {
        static String index(TableName table, String index) {
            return "SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = "
                    + MysqlIdentifiers.literal(table.schema()) + " AND TABLE_NAME = "
                    + MysqlIdentifiers.literal(table.name()) + " AND INDEX_NAME = " + MysqlIdentifiers.literal(index)
                    + " LIMIT 1";
        }

        static String constraint(TableName table, String name) {
            return "SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = "
                    + MysqlIdentifiers.literal(table.schema()) + " AND TABLE_NAME = "
                    + MysqlIdentifiers.literal(table.name()) + " AND CONSTRAINT_NAME = "
                    + MysqlIdentifiers.literal(name) + " LIMIT 1";
        }
    }
}
