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
        return Operand.of(new Expression.Unary("-", operand.expression()), operand.valueClass());
    }

    static Operand combine(Operand left, String operator, Operand right) {
        checkNumber(left);
        checkNumber(right);
        if (operator.equals("/") || operator.equals("%")) {
            checkDivision(left, operator, right);
        }
        return Operand.of(new Binary(operator, floating(left), floating(right)), resultOf(left, right));
    }

    static Operand concatenate(Operand left, Operand right) {
        return Operand.of(new Binary("||", text(left), text(right)), ValueClass.TEXT);
    }

    /** By zero SQLite answers NULL, others fail; and whether a quotient is cut off depends on what the values are. */
    private static void checkDivision(Operand left, String operator, Operand right) {
        boolean whole = left.valueClass() == ValueClass.INTEGER && right.valueClass() == ValueClass.INTEGER;
        boolean real = operator.equals("/") && left.valueClass() == ValueClass.REAL;
        if (!(whole || real) || !isNonZero(right.expression())) {
            throw new Unparsable("a division that others may answer differently");
        }
    }

    private static boolean isNonZero(Expression divisor) {
        return divisor instanceof Expression.NumberLiteral number && Double.parseDouble(number.digits()) != 0;
    }

    private static ValueClass resultOf(Operand left, Operand right) {
        if (left.valueClass() == ValueClass.REAL || right.valueClass() == ValueClass.REAL) {
            return ValueClass.REAL;
        }
        return left.valueClass().either(right.valueClass());
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
