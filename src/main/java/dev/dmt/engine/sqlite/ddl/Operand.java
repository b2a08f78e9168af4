package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Expression;

/**
 * An expression with what is known of its values.
 *
 * @param foldsCase whether it compares by another collation than BINARY
 */
record Operand(Expression expression, ValueClass valueClass, boolean foldsCase) {
    static Operand of(Expression expression, ValueClass valueClass) {
        return new Operand(expression, valueClass, false);
    }

    static Operand condition(Expression expression) {
        return of(expression, ValueClass.BOOLEAN);
    }

    Operand comparedAsBytes() {
        return new Operand(expression, valueClass, false);
    }

    /** The expression where a truth value is due. SQLite takes any value there; only what is one elsewhere too may pass. */
    Expression asCondition() {
        if (valueClass == ValueClass.BOOLEAN || valueClass == ValueClass.NULL) {
            return expression;
        } else if (expression instanceof Expression.NumberLiteral number && NumberText.isWhole(number.digits())) {
            return new Expression.BooleanLiteral(!number.digits().equals("0"));
        } else if (expression instanceof Expression.ColumnReference
                && (valueClass == ValueClass.UNKNOWN || valueClass == ValueClass.INTEGER)) {
            return expression;
        }
        throw new Unparsable("a value stands where a condition is due");
    }

    boolean isLiteralNumber() {
        return expression instanceof Expression.NumberLiteral;
    }
}
