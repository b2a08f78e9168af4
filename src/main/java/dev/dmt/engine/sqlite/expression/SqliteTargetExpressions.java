package dev.dmt.engine.sqlite.expression;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.engine.expression.ExpressionWriter;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import java.util.Map;

/** Expressions of any source, for a target file. */
public final class SqliteTargetExpressions {
    private static final ExpressionWriter WRITER = new ExpressionWriter(new SqliteWriting());

    private SqliteTargetExpressions() {}

    public static Rendering render(Expression expression, Map<String, RenderedColumn> columns) {
        return WRITER.render(expression, columns);
    }

    public static Rendering renderCondition(Expression expression, Map<String, RenderedColumn> columns) {
        return WRITER.renderCondition(expression, columns);
    }

    public static Rendering renderValue(Expression expression, Map<String, RenderedColumn> columns, LogicalType type) {
        return WRITER.renderValue(expression, columns, type);
    }

    public static Rendering renderDefault(Expression expression, LogicalType type) {
        return WRITER.renderDefault(expression, type);
    }
}
