package dev.dmt.engine.mssql;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.engine.expression.EngineExpressions;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import java.util.Map;

/** SQL Server's expressions both ways. */
public final class MssqlExpressions {
    private static final EngineExpressions EXPRESSIONS = new EngineExpressions(new MssqlReading(), new MssqlWriting());

    private MssqlExpressions() {}

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

    /** A filtered index takes bare columns held against constants, joined by AND, and nothing else. */
    public static Rendering renderPredicate(Expression expression, Map<String, RenderedColumn> columns) {
        Rendering rendering = EXPRESSIONS.renderCondition(expression, columns);
        boolean fits = expression instanceof Expression.Verbatim || FilterShape.fits(expression);
        return rendering instanceof Rendering.Sql && !fits
                ? new Rendering.Refused("SQL Server takes no such filter of an index")
                : rendering;
    }

    public static Rendering renderValue(Expression expression, Map<String, RenderedColumn> columns, LogicalType type) {
        return EXPRESSIONS.renderValue(expression, columns, type);
    }

    public static Rendering renderDefault(Expression expression, LogicalType type) {
        return EXPRESSIONS.renderDefault(expression, type);
    }
}
