package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Expression;
import dev.dmt.schema.Expression.Binary;
import dev.dmt.schema.Expression.Cast;
import dev.dmt.schema.LogicalType;
import java.util.OptionalInt;

/** Arithmetic and concatenation whose operands SQLite would not convert. */
final class Arithmetic {
    private static final LogicalType TEXT = new LogicalType.Text(OptionalInt.empty());

    private Arithmetic() {}

    static Operand negate(Operand operand) {
        checkNumber(operand);
        return Operand.of(new Expression.Unary("-", operand.expression()), resultOf(operand, operand));
    }

    static Operand combine(Operand left, String operator, Operand right) {
        checkNumber(left);
        checkNumber(right);
        boolean real = left.valueClass() == ValueClass.REAL || right.valueClass() == ValueClass.REAL;
        if (operator.equals("%") && real) {
            throw new Unparsable("SQLite cuts the operands of % to whole numbers");
        }
        return Operand.of(new Binary(operator, floating(left), floating(right)), resultOf(left, right));
    }

    static Operand concatenate(Operand left, Operand right) {
        return Operand.of(new Binary("||", text(left), text(right)), ValueClass.TEXT);
    }

    private static ValueClass resultOf(Operand left, Operand right) {
        if (left.valueClass() == ValueClass.REAL || right.valueClass() == ValueClass.REAL) {
            return ValueClass.REAL;
        }
        return left.valueClass().isOpen() || right.valueClass().isOpen() ? ValueClass.UNKNOWN : ValueClass.INTEGER;
    }

    /** A literal with a point is a binary double here, but an exact decimal in other engines. */
    private static Expression floating(Operand operand) {
        boolean decimal = operand.isLiteralNumber() && operand.valueClass() == ValueClass.REAL;
        return decimal ? new Cast(operand.expression(), new LogicalType.Floating(64)) : operand.expression();
    }

    private static Expression text(Operand operand) {
        return switch (operand.valueClass()) {
            case TEXT, UNKNOWN, NULL -> operand.expression();
            case INTEGER -> new Cast(operand.expression(), TEXT);
            case BOOLEAN, REAL, BLOB, TYPE_NAME ->
                throw new Unparsable("a value whose text form is SQLite's own is concatenated");
        };
    }

    private static void checkNumber(Operand operand) {
        if (!operand.valueClass().isNumeric() && !operand.valueClass().isOpen()) {
            throw new Unparsable("arithmetic with something that is no number");
        }
    }
}
