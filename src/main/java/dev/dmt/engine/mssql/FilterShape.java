package dev.dmt.engine.mssql;

import dev.dmt.schema.Expression;

/** Which conditions the filter of an index may be made of. */
final class FilterShape {
    private FilterShape() {}

    /** Texts are left out: a filter compares them by the column's collation. */
    static boolean fits(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return binary.operator().equals("AND")
                    ? fits(binary.left()) && fits(binary.right())
                    : binary.left() instanceof Expression.ColumnReference && isNumber(binary.right());
        }
        return expression instanceof Expression.IsNull isNull && isNull.operand() instanceof Expression.ColumnReference;
    }

    private static boolean isNumber(Expression expression) {
        return expression instanceof Expression.NumberLiteral
                || (expression instanceof Expression.Unary sign && sign.operand() instanceof Expression.NumberLiteral);
    }
}
