package dev.dmt.engine.expression;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import java.util.Map;
import java.util.function.Supplier;

/** Says expressions in an engine's words, or why they cannot be said exactly. */
public final class ExpressionWriter {
    private final WritingRules rules;

    public ExpressionWriter(WritingRules rules) {
        this.rules = rules;
    }

    public Rendering render(Expression expression, Map<String, RenderedColumn> columns) {
        return expression instanceof Expression.Verbatim own
                ? own(own, columns)
                : attempt(() -> values(columns).written(expression));
    }

    public Rendering renderCondition(Expression expression, Map<String, RenderedColumn> columns) {
        return expression instanceof Expression.Verbatim own
                ? own(own, columns)
                : attempt(() -> lasting(columns).condition(expression));
    }

    public Rendering renderValue(Expression expression, Map<String, RenderedColumn> columns, LogicalType type) {
        return expression instanceof Expression.Verbatim own
                ? own(own, columns)
                : attempt(() -> lasting(columns).assigned(expression, type));
    }

    public Rendering renderDefault(Expression expression, LogicalType type) {
        return expression instanceof Expression.Verbatim own
                ? own(own, Map.of())
                : attempt(() -> rules.asDefault(values(Map.of()).constant(expression, type), type));
    }

    private ValueWriter values(Map<String, RenderedColumn> columns) {
        return new ValueWriter(rules, columns, true);
    }

    /** What is computed once and kept, or holds for a row as it stands, cannot ask the clock. */
    private ValueWriter lasting(Map<String, RenderedColumn> columns) {
        return new ValueWriter(rules, columns, false);
    }

    private Rendering own(Expression.Verbatim own, Map<String, RenderedColumn> columns) {
        if (!own.engine().equals(rules.engine())) {
            return new Rendering.Refused("it is in the words of " + own.engine());
        }
        return columns.entrySet().stream()
                .filter(column -> !column.getKey().equals(column.getValue().targetName()))
                .findFirst()
                .<Rendering>map(column ->
                        new Rendering.Refused("it is kept in its own words, in which the column " + column.getKey()
                                + " is not yet called " + column.getValue().targetName()))
                .orElseGet(() -> new Rendering.Sql(own.sql()));
    }

    private static Rendering attempt(Supplier<String> rendering) {
        try {
            return new Rendering.Sql(rendering.get());
        } catch (Refusal refusal) {
            return new Rendering.Refused(refusal.reason());
        }
    }
}
