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

    /** The expression where a truth value is due. SQLite takes the number in a text there, which nobody else does. */
    Expression asCondition() {
        if (valueClass.isNumeric() || valueClass.isOpen()) {
            return expression;
        }
        throw new Unparsable("a value stands where a condition is due");
    }

    boolean isLiteralNumber() {
        return expression instanceof Expression.NumberLiteral;
    }
}
