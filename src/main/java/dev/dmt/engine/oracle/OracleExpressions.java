package dev.dmt.engine.oracle;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.engine.expression.EngineExpressions;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import java.util.Map;

/** Oracle's expressions both ways. */
public final class OracleExpressions {
    private static final EngineExpressions EXPRESSIONS =
            new EngineExpressions(new OracleReading(), new OracleWriting());

    private OracleExpressions() {}

    public static Parsed parse(String sql, Table table) {
        return EXPRESSIONS.parse(sql, table);
    }

    public static Parsed parseDefault(String sql) {
        return EXPRESSIONS.parseDefault(sql);
    }

    public static Rendering render(Expression expression, Map<String, RenderedColumn> columns) {
        return EXPRESSIONS.render(expression, columns);
    }

    public static Rendering renderCondition(Expression expression, Map<String, RenderedColumn> columns) {
        return EXPRESSIONS.renderCondition(expression, columns);
    }

    public static Rendering renderValue(Expression expression, Map<String, RenderedColumn> columns, LogicalType type) {
        return EXPRESSIONS.renderValue(expression, columns, type);
    }

    public static Rendering renderDefault(Expression expression, LogicalType type) {
        return EXPRESSIONS.renderDefault(expression, type);
    }
}
