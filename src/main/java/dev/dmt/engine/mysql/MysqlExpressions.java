package dev.dmt.engine.mysql;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.engine.expression.EngineExpressions;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import java.util.Map;
import java.util.regex.Pattern;

/** MySQL's expressions both ways. */
public final class MysqlExpressions {
    private static final EngineExpressions EXPRESSIONS = new EngineExpressions(new MysqlReading(), new MysqlWriting());

    /** MySQL 8 prints the expressions of its dictionary with every quote and backslash escaped once more. */
    private static final Pattern ESCAPED = Pattern.compile("^[^'\\\\]*\\\\'");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    private MysqlExpressions() {}

    public static Parsed parse(String sql, Table table) {
        return EXPRESSIONS.parse(unescaped(sql), table);
    }

    public static Parsed parseDefault(String sql) {
        return EXPRESSIONS.parseDefault(unescaped(sql));
    }

    public static Rendering render(Expression expression, Map<String, RenderedColumn> columns) {
        return EXPRESSIONS.render(expression, columns);
    }

    public static Rendering renderCondition(Expression expression, Map<String, RenderedColumn> columns) {
        return EXPRESSIONS.renderCondition(expression, columns);
    }

    /** MySQL has no partial indexes. */
    public static Rendering renderPredicate() {
        return new Rendering.Refused("MySQL has no partial indexes");
    }

    public static Rendering renderValue(Expression expression, Map<String, RenderedColumn> columns, LogicalType type) {
        return EXPRESSIONS.renderValue(expression, columns, type);
    }

    public static Rendering renderDefault(Expression expression, LogicalType type) {
        return EXPRESSIONS.renderDefault(expression, type);
    }

    static String unescaped(String sql) {
        return ESCAPED.matcher(sql).find() ? ESCAPE.matcher(sql).replaceAll("$1") : sql;
    }
}
