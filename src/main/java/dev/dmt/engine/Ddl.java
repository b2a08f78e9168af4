package dev.dmt.engine;

import dev.dmt.schema.Check;
import dev.dmt.schema.Expression;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.Key;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.NamedType;
import dev.dmt.schema.Sequence;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The target's DDL, as text. Tables are in the target's dialect and names. Each statement is safe to repeat: it either
 * says IF NOT EXISTS or is guarded.
 */
public interface Ddl {
    List<String> createSchema(String schema);

    /** Creates a type of the same engine's; one that is there already must be the same. Empty where the engine has none. */
    default List<String> createType(NamedType type) {
        return List.of();
    }

    /** How a column's declaration, or an expression, spells a type that {@link #createType} creates. */
    default String spelled(TableName type) {
        return type.toString();
    }

    /** Creates a sequence that counts as its source does. Empty where the engine has none. */
    default List<String> createSequence(Sequence sequence) {
        return List.of();
    }

    /** Lets a sequence follow the last number that its source gave out. */
    default List<String> setSequence(Sequence sequence) {
        return List.of();
    }

    /** Whether comments of tables and columns are kept, be it by {@link #createTable} or by {@link #comment}. */
    default boolean keepsComments() {
        return false;
    }

    /** What of a foreign key the target has not, as a sentence; empty where it has all of it. */
    default Optional<String> lossOf(ForeignKey key) {
        return Optional.empty();
    }

    /** Why an index over an expression is left out; empty where it is made. */
    default Optional<String> noExpressionIndex() {
        return Optional.empty();
    }

    /** Whether an index can carry columns beside its key. */
    default boolean includesColumns() {
        return false;
    }

    /** Says the comments of a table and its columns, where {@link #createTable} does not. Empty where there is none. */
    default List<String> comment(Table table) {
        return List.of();
    }

    /** Drops the table if it is there, with the foreign keys that point at it but nothing else. */
    List<String> dropTable(Table table);

    /** Creates the table if it is not there: columns, NOT NULL, defaults, identity, generated columns; no keys. */
    List<String> createTable(Table table);

    /** Drops the foreign keys of the plan that the table has, so that a load need not heed their order. */
    List<String> dropForeignKeys(Table table);

    List<String> truncate(Table table);

    /** Sets the sequence behind each identity column to follow {@code floor} and the largest value in the table. */
    List<String> resetSequence(Table table, String column, long floor);

    List<String> createPrimaryKey(Table table, Key key);

    List<String> createUniqueKey(Table table, Key key);

    List<String> createIndex(Table table, Index index);

    /** Adds the key without checking the rows that are there. */
    List<String> createForeignKey(Table table, ForeignKey key);

    List<String> validateForeignKey(Table table, ForeignKey key);

    /** A query that counts the rows whose parent is missing. */
    String countOrphans(Table table, ForeignKey key);

    /** Adds the check without holding it against the rows that are there. */
    List<String> createCheck(Table table, Check check);

    List<String> validateCheck(Table table, Check check);

    /** A query that counts the rows for which the check is false. */
    String countViolations(Table table, Check check);

    List<String> analyze(Table table);

    /** A statement as a person would write it: without what only lets it be repeated. */
    default String plain(String statement) {
        return statement;
    }

    /**
     * Renders an expression.
     *
     * @param columns source column name to the column of the target table
     */
    Rendering render(Expression expression, Map<String, RenderedColumn> columns);

    /** As {@link #render}, where a condition is due: of a check, or of a partial index. */
    Rendering renderCondition(Expression expression, Map<String, RenderedColumn> columns);

    /** As {@link #render}, for a column of a type: refused where the target would convert the value otherwise. */
    Rendering renderValue(Expression expression, Map<String, RenderedColumn> columns, LogicalType type);

    /** As {@link #renderCondition}, for the predicate of a partial index. */
    default Rendering renderPredicate(Expression expression, Map<String, RenderedColumn> columns) {
        return renderCondition(expression, columns);
    }

    /** As {@link #render}, for the default of a column of a type. */
    default Rendering renderDefault(Expression expression, LogicalType type) {
        return render(expression, Map.of());
    }
}
