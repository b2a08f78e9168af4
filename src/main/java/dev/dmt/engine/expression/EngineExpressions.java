package dev.dmt.engine.expression;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import java.util.Map;

/** An engine's expressions both ways, as its types and its DDL hand them on. */
public final class EngineExpressions {
    private final ExpressionReader reader;
    private final ExpressionWriter writer;

    public EngineExpressions(ReadingRules reading, WritingRules writing) {
        this.reader = new ExpressionReader(reading);
        this.writer = new ExpressionWriter(writing);
    }

    public Parsed parse(String sql, Table table) {
        return reader.read(sql, table);
    }

    public Parsed parseDefault(String sql) {
        return reader.readDefault(sql);
    }

    public Rendering render(Expression expression, Map<String, RenderedColumn> columns) {
        return writer.render(expression, columns);
    }

    public Rendering renderCondition(Expression expression, Map<String, RenderedColumn> columns) {
        return writer.renderCondition(expression, columns);
    }

    public Rendering renderValue(Expression expression, Map<String, RenderedColumn> columns, LogicalType type) {
        return writer.renderValue(expression, columns, type);
    }

    public Rendering renderDefault(Expression expression, LogicalType type) {
        return writer.renderDefault(expression, type);
    }
}
