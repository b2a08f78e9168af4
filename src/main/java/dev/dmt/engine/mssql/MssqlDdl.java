package dev.dmt.engine.mssql;

import dev.dmt.engine.Ddl;
import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Check;
import dev.dmt.schema.Column;
import dev.dmt.schema.Expression;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.Key;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.Sequence;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** SQL Server's DDL. Every statement may be repeated. */
final class MssqlDdl implements Ddl {
    @Override
    public List<String> createSchema(String schema) {
        // CREATE SCHEMA must be alone in its batch.
        return List.of(GuardedStatement.when(
                "SCHEMA_ID(" + Identifiers.literal(schema) + ") IS NULL",
                "EXEC(" + Identifiers.literal("CREATE SCHEMA " + Identifiers.quote(schema)) + ")"));
    }

    @Override
    public List<String> dropTable(Table table) {
        List<String> statements = new ArrayList<>();
        statements.add(dropReferences(table.name()));
        statements.add(GuardedStatement.when(
                Identifiers.objectId(table.name()) + " IS NOT NULL", "DROP TABLE " + name(table)));
        new Counters(table).sequences().forEach(sequence -> statements.add(sequence.drop()));
        return statements;
    }

    /** Foreign keys of other tables go; the table's own go with it. */
    private static String dropReferences(TableName table) {
        return "DECLARE @drop nvarchar(max) = N''; SELECT @drop = @drop + N'ALTER TABLE ' + QUOTENAME(s.name) + N'.'"
                + " + QUOTENAME(k.name) + N' DROP CONSTRAINT ' + QUOTENAME(f.name) + N'; '"
                + " FROM sys.foreign_keys AS f JOIN sys.tables AS k ON k.object_id = f.parent_object_id"
                + " JOIN sys.schemas AS s ON s.schema_id = k.schema_id"
                + " WHERE f.referenced_object_id = " + Identifiers.objectId(table)
                + " AND f.parent_object_id <> f.referenced_object_id; EXEC sp_executesql @drop";
    }

    @Override
    public List<String> createTable(Table table) {
        Counters counters = new Counters(table);
        List<String> statements = new ArrayList<>();
        counters.sequences().forEach(sequence -> statements.add(sequence.create()));
        String columns = table.columns().stream()
                .map(column -> definition(column, counters))
                .collect(Collectors.joining(",\n  ", "\n  ", "\n"));
        statements.add(GuardedStatement.when(
                Identifiers.objectId(table.name()) + " IS NULL", "CREATE TABLE " + name(table) + " (" + columns + ")"));
        return statements;
    }

    private static String definition(Column column, Counters counters) {
        StringBuilder sql = new StringBuilder(Identifiers.quote(column.name()));
        if (column.generated().isPresent()) {
            boolean stored = column.generated().get().stored();
            sql.append(" AS (").append(column.generated().get().expressionSql()).append(stored ? ") PERSISTED" : ")");
            return stored && !column.nullable() ? sql.append(" NOT NULL").toString() : sql.toString();
        }
        sql.append(' ').append(column.nativeType());
        column.collation().ifPresent(collation -> sql.append(" COLLATE ").append(collation));
        if (column.identity()) {
            sql.append(counters.generation(column));
        } else {
            column.defaultSql().ifPresent(value -> sql.append(" DEFAULT ").append(value));
        }
        return sql.append(column.nullable() && !column.identity() ? " NULL" : " NOT NULL")
                .toString();
    }

    @Override
    public List<String> dropForeignKeys(Table table) {
        return table.foreignKeys().stream()
                .map(key -> GuardedStatement.when(
                        "EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = "
                                + Identifiers.objectId(table.name()) + " AND name = " + Identifiers.literal(key.name())
                                + ")",
                        "ALTER TABLE " + name(table) + " DROP CONSTRAINT " + Identifiers.quote(key.name())))
                .toList();
    }

    /** A table that is referred to cannot be truncated: the keys that point at it go, and create-fks brings them back. */
    @Override
    public List<String> truncate(Table table) {
        return List.of(dropReferences(table.name()), "TRUNCATE TABLE " + name(table));
    }

    @Override
    public List<String> resetSequence(Table table, String column, long floor) {
        return new Counters(table).reset(column, floor);
    }

    @Override
    public List<String> createPrimaryKey(Table table, Key key) {
        String kind = KeyWidth.of(table, key.columns()) > MssqlTypes.CLUSTERED_KEY ? "NONCLUSTERED" : "CLUSTERED";
        return List.of(GuardedStatement.when(
                "NOT EXISTS (SELECT 1 FROM sys.key_constraints WHERE type = N'PK' AND parent_object_id = "
                        + Identifiers.objectId(table.name()) + ")",
                addConstraint(table, key.name()) + "PRIMARY KEY " + kind + " (" + Identifiers.quoteAll(key.columns())
                        + ")"));
    }

    @Override
    public List<String> createUniqueKey(Table table, Key key) {
        return Uniqueness.ofNulls(table, key.columns())
                .map(filter -> List.of(GuardedStatement.unlessIndex(
                        table.name(),
                        key.name(),
                        "CREATE UNIQUE NONCLUSTERED INDEX " + Identifiers.quote(key.name()) + " ON " + name(table)
                                + " (" + Identifiers.quoteAll(key.columns()) + ") WHERE " + filter)))
                .orElseGet(() -> List.of(GuardedStatement.unlessConstraint(
                        table.name(),
                        key.name(),
                        addConstraint(table, key.name()) + "UNIQUE NONCLUSTERED (" + Identifiers.quoteAll(key.columns())
                                + ")")));
    }

    @Override
    public List<String> createIndex(Table table, Index index) {
        return new IndexDdl(table, index).statements();
    }

    @Override
    public List<String> createForeignKey(Table table, ForeignKey key) {
        return List.of(GuardedStatement.unlessConstraint(
                table.name(), key.name(), addUnchecked(table, key.name()) + definition(key)));
    }

    /** What follows the constraint's name. */
    static String definition(ForeignKey key) {
        return "FOREIGN KEY (" + Identifiers.quoteAll(key.columns()) + ") REFERENCES "
                + Identifiers.quote(key.referencedTable()) + " (" + Identifiers.quoteAll(key.referencedColumns()) + ")"
                + action(" ON DELETE ", key.onDelete()) + action(" ON UPDATE ", key.onUpdate());
    }

    /** SQL Server looks at once in any case, which is what RESTRICT says. */
    private static String action(String occasion, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION || action == ReferentialAction.RESTRICT
                ? ""
                : occasion + action.sql();
    }

    @Override
    public List<String> validateForeignKey(Table table, ForeignKey key) {
        return validate(table, key.name());
    }

    private static List<String> validate(Table table, String constraint) {
        return List.of("ALTER TABLE " + name(table) + " WITH CHECK CHECK CONSTRAINT " + Identifiers.quote(constraint));
    }

    @Override
    public String countOrphans(Table table, ForeignKey key) {
        String present = key.columns().stream()
                .map(column -> "child." + Identifiers.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String matches = IntStream.range(0, key.columns().size())
                .mapToObj(i ->
                        "parent." + Identifiers.quote(key.referencedColumns().get(i)) + " = child."
                                + Identifiers.quote(key.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        return "SELECT COUNT_BIG(*) FROM " + name(table) + " AS child WHERE " + present
                + " AND NOT EXISTS (SELECT 1 FROM " + Identifiers.quote(key.referencedTable()) + " AS parent WHERE "
                + matches + ")";
    }

    @Override
    public List<String> createCheck(Table table, Check check) {
        return List.of(GuardedStatement.unlessConstraint(
                table.name(),
                check.name(),
                addUnchecked(table, check.name()) + "CHECK (" + check.expressionSql() + ")"));
    }

    @Override
    public List<String> validateCheck(Table table, Check check) {
        return validate(table, check.name());
    }

    @Override
    public String countViolations(Table table, Check check) {
        return "SELECT COUNT_BIG(*) FROM " + name(table) + " WHERE NOT (" + check.expressionSql() + ")";
    }

    @Override
    public List<String> analyze(Table table) {
        return List.of(Statistics.update(table.name()));
    }

    @Override
    public List<String> createSequence(Sequence sequence) {
        return OwnObjectsDdl.createSequence(sequence);
    }

    @Override
    public List<String> setSequence(Sequence sequence) {
        return OwnObjectsDdl.setSequence(sequence);
    }

    @Override
    public boolean keepsComments() {
        return true;
    }

    @Override
    public boolean includesColumns() {
        return true;
    }

    @Override
    public List<String> comment(Table table) {
        return OwnObjectsDdl.comment(table);
    }

    @Override
    public String plain(String statement) {
        return GuardedStatement.plain(statement);
    }

    @Override
    public Rendering render(Expression expression, Map<String, RenderedColumn> columns) {
        return MssqlExpressions.render(expression, columns);
    }

    @Override
    public Rendering renderCondition(Expression expression, Map<String, RenderedColumn> columns) {
        return MssqlExpressions.renderCondition(expression, columns);
    }

    @Override
    public Rendering renderValue(Expression expression, Map<String, RenderedColumn> columns, LogicalType type) {
        return MssqlExpressions.renderValue(expression, columns, type);
    }

    @Override
    public Rendering renderPredicate(Expression expression, Map<String, RenderedColumn> columns) {
        return MssqlExpressions.renderPredicate(expression, columns);
    }

    @Override
    public Rendering renderDefault(Expression expression, LogicalType type) {
        return MssqlExpressions.renderDefault(expression, type);
    }

    private static String addConstraint(Table table, String name) {
        return "ALTER TABLE " + name(table) + " ADD CONSTRAINT " + Identifiers.quote(name) + " ";
    }

    /** Guards new rows at once, and leaves those that are there for later. */
    private static String addUnchecked(Table table, String name) {
        return "ALTER TABLE " + name(table) + " WITH NOCHECK ADD CONSTRAINT " + Identifiers.quote(name) + " ";
    }

    private static String name(Table table) {
        return Identifiers.quote(table.name());
    }
}
