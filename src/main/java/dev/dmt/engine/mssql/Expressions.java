package dev.dmt.engine.mssql;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import java.util.Map;

/** How expressions are read and written. */
final class Expressions {
    private static final String NOT_YET = "dmt does not read this engine's expressions yet";

    private Expressions() {}

    static Parsed parse(String sql, Table table) {
        return new Parsed.Refused(NOT_YET);
    }

    static Parsed parseDefault(String sql) {
        return new Parsed.Refused(NOT_YET);
    }

    static Rendering render(Expression expression, Map<String, RenderedColumn> columns) {
        return new Rendering.Refused(NOT_YET);
    }

    static Rendering renderCondition(Expression expression, Map<String, RenderedColumn> columns) {
        return new Rendering.Refused(NOT_YET);
    }

    static Rendering renderValue(Expression expression, Map<String, RenderedColumn> columns, LogicalType type) {
        return new Rendering.Refused(NOT_YET);
    }
}
