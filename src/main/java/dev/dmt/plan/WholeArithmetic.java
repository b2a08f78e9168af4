package dev.dmt.plan;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.schema.Expression;
import dev.dmt.schema.TypeKind;
import java.util.Map;

/** Whether an expression is made of whole numbers only, so that its result is exact in any numeric type. */
final class WholeArithmetic {
    private WholeArithmetic() {}

    static boolean holds(Expression expression, Map<String, RenderedColumn> columns) {
        if (expression instanceof Expression.NumberLiteral number) {
            return !number.digits().matches(".*[.eE].*");
        } else if (expression instanceof Expression.NullLiteral) {
            return true;
        } else if (expression instanceof Expression.ColumnReference reference) {
            RenderedColumn column = columns.get(reference.column());
            return column != null && column.type().kind() == TypeKind.INTEGER;
        } else if (expression instanceof Expression.Unary unary) {
            return holds(unary.operand(), columns);
        } else if (expression instanceof Expression.Binary binary) {
            return holds(binary.left(), columns) && holds(binary.right(), columns);
        }
        return false;
    }
}
