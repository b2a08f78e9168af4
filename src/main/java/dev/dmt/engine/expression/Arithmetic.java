package dev.dmt.engine.expression;

import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Optional;

/** Sums, products and joined texts, in so far as every engine computes them alike. */
final class Arithmetic {
    private final Reading reading;

    Arithmetic(Reading reading) {
        this.reading = reading;
    }

    Operand compute(String operator, Operand left, Operand right) {
        boolean texts = left.is(TypeKind.TEXT) && right.is(TypeKind.TEXT);
        if (operator.equals("+") && texts && reading.has(Trait.PLUS_JOINS_TEXTS)) {
            return join(left, right);
        }
        if (!number(left) || !number(right)) {
            throw new Refusal("the operator " + operator + " of a " + left.kindName() + " and a " + right.kindName());
        }
        return switch (operator) {
            case "/" -> divide(left, right);
            case "%" -> remainder(left, right);
            default -> binary(operator, left, right, commonType(left, right));
        };
    }

    private static boolean number(Operand operand) {
        return operand.is(TypeKind.INTEGER) || operand.is(TypeKind.DECIMAL) || operand.is(TypeKind.FLOAT);
    }

    private static LogicalType commonType(Operand left, Operand right) {
        if (left.is(TypeKind.FLOAT) || right.is(TypeKind.FLOAT)) {
            return Types.FLOATING;
        }
        return left.whole() && right.whole() ? Types.WHOLE : Types.DECIMAL;
    }

    private Operand divide(Operand left, Operand right) {
        refuseZero(right);
        LogicalType type = commonType(left, right);
        if (type.kind() == TypeKind.DECIMAL) {
            throw new Refusal("a division of decimals, which each engine rounds its own way");
        } else if (type.kind() == TypeKind.INTEGER && !reading.has(Trait.WHOLE_DIVISION)) {
            throw new Refusal("a division of whole numbers with a broken result, which each engine rounds its own way");
        }
        return binary("/", left, right, type);
    }

    Operand wholeDivision(Operand left, Operand right) {
        requireWhole(left, right);
        refuseZero(right);
        return binary("/", left, right, Types.WHOLE);
    }

    Operand remainder(Operand left, Operand right) {
        requireWhole(left, right);
        refuseZero(right);
        return binary("%", left, right, Types.WHOLE);
    }

    private static void requireWhole(Operand left, Operand right) {
        if (!left.whole() || !right.whole()) {
            throw new Refusal("a remainder of broken numbers");
        }
    }

    /** To divide by zero is an error here, NULL there. */
    private static void refuseZero(Operand divisor) {
        boolean safe = divisor.expression() instanceof Expression.NumberLiteral number
                && number.digits().matches(".*[1-9].*");
        if (!safe) {
            throw new Refusal("it divides by what may be zero, which is an error for some engines and NULL for others");
        }
    }

    private static Operand binary(String operator, Operand left, Operand right, LogicalType type) {
        boolean floating = type.kind() == TypeKind.FLOAT;
        return Operand.of(new Expression.Binary(operator, exact(left, floating), exact(right, floating)), type);
    }

    /** A broken constant is a decimal among exact numbers: no engine may take it for a floating-point one. */
    private static Expression exact(Operand operand, boolean floating) {
        boolean broken = operand.constantNumber() && operand.is(TypeKind.DECIMAL);
        return broken && !floating ? new Expression.Cast(operand.expression(), Types.DECIMAL) : operand.expression();
    }

    static Operand negated(Operand operand) {
        if (!number(operand)) {
            throw new Refusal("a minus before a " + operand.kindName());
        }
        return operand.as(new Expression.Unary("-", operand.expression()));
    }

    Operand join(Operand left, Operand right) {
        boolean skipsNulls = reading.has(Trait.JOINING_SKIPS_NULLS);
        Expression first = joinable(left, skipsNulls);
        Expression second = joinable(right, skipsNulls);
        Expression joined = new Expression.Binary("||", first, second);
        boolean neverEmpty = says(left) || says(right);
        // Where both are NULL the source's answer is an empty text, which is NULL again.
        return new Operand(
                skipsNulls && !neverEmpty
                        ? new Expression.Call("nullif", List.of(joined, new Expression.TextLiteral("")))
                        : joined,
                Optional.of(Types.TEXT),
                Branches.collation(List.of(left, right)));
    }

    private static Expression joinable(Operand operand, boolean skipsNulls) {
        if (!operand.is(TypeKind.TEXT) && !operand.is(TypeKind.INTEGER)) {
            throw new Refusal("a " + operand.kindName() + " is joined to a text");
        }
        Expression text = operand.is(TypeKind.TEXT)
                ? operand.expression()
                : new Expression.Cast(operand.expression(), Types.TEXT);
        return skipsNulls && !says(operand)
                ? new Expression.Call("coalesce", List.of(text, new Expression.TextLiteral("")))
                : text;
    }

    /** Whether it is a constant that is not NULL. */
    private static boolean says(Operand operand) {
        return operand.constant() && !(operand.expression() instanceof Expression.NullLiteral);
    }
}
