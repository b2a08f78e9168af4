package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Expression;
import dev.dmt.schema.Expression.Binary;
import dev.dmt.schema.Expression.BooleanLiteral;
import dev.dmt.schema.Expression.Call;
import dev.dmt.schema.Expression.IsNull;
import dev.dmt.schema.Expression.NullLiteral;
import dev.dmt.schema.Expression.Unary;
import java.util.List;

/** Comparisons that need no conversion and no collation. */
final class Comparison {
    private Comparison() {}

    static Operand compare(Operand left, String operator, Operand right) {
        if (isTypeTest(right, left)) {
            return typeTest(right, operator, left);
        } else if (isTypeTest(left, right)) {
            return typeTest(left, operator, right);
        }
        check(left, right);
        return Operand.condition(new Binary(operator, left.expression(), right.expression()));
    }

    private static Operand typeTest(Operand type, String operator, Operand literal) {
        if (!operator.equals("=") && !operator.equals("<>")) {
            throw new Unparsable("types in an order");
        } else if (literal.expression().equals(new Expression.TextLiteral("null"))) {
            Call call = (Call) type.expression();
            return Operand.condition(new IsNull(call.arguments().get(0), operator.equals("<>")));
        }
        return Operand.condition(new Binary(operator, type.expression(), literal.expression()));
    }

    static Operand between(Operand operand, Operand low, Operand high, boolean negated) {
        check(operand, low);
        check(operand, high);
        return Operand.condition(
                new Expression.Between(operand.expression(), low.expression(), high.expression(), negated));
    }

    static Operand in(Operand operand, List<Operand> members, boolean negated) {
        for (Operand member : members) {
            if (!isTypeTest(operand, member)) {
                check(operand, member);
            }
        }
        return Operand.condition(new Expression.InList(
                operand.expression(), members.stream().map(Operand::expression).toList(), negated));
    }

    static Operand isNull(Operand operand, boolean negated) {
        if (operand.valueClass() == ValueClass.TYPE_NAME) {
            throw new Unparsable("typeof is never NULL");
        }
        return Operand.condition(new IsNull(operand.expression(), negated));
    }

    /** IS knows no NULL answer; it is spelled out in operators that every engine has. */
    static Operand is(Operand left, Operand right, boolean negated) {
        if (right.expression() instanceof NullLiteral) {
            return isNull(left, negated);
        } else if (right.expression() instanceof BooleanLiteral literal) {
            Expression truth = left.asCondition();
            Expression wantedTruth = literal.value() != negated ? truth : new Unary("NOT", truth);
            return orNull(left.expression(), wantedTruth, negated);
        }
        check(left, right);
        if (isLiteral(right.expression())) {
            Expression compared = new Binary(negated ? "<>" : "=", left.expression(), right.expression());
            return orNull(left.expression(), compared, negated);
        }
        Expression same = or(
                and(
                        new Binary("=", left.expression(), right.expression()),
                        and(new IsNull(left.expression(), true), new IsNull(right.expression(), true))),
                and(new IsNull(left.expression(), false), new IsNull(right.expression(), false)));
        return Operand.condition(negated ? new Unary("NOT", same) : same);
    }

    /** Refuses what SQLite would convert first, and what it would compare by a collation. */
    static void check(Operand left, Operand right) {
        if (!left.valueClass().fits(right.valueClass())) {
            throw new Unparsable("a comparison between kinds of values");
        } else if (left.foldsCase() || right.foldsCase()) {
            throw new Unparsable("a comparison by a collation of SQLite");
        }
    }

    private static Operand orNull(Expression operand, Expression compared, boolean nullsToo) {
        return Operand.condition(
                nullsToo ? or(new IsNull(operand, false), compared) : and(new IsNull(operand, true), compared));
    }

    private static boolean isTypeTest(Operand type, Operand literal) {
        return type.valueClass() == ValueClass.TYPE_NAME && literal.expression() instanceof Expression.TextLiteral;
    }

    private static boolean isLiteral(Expression expression) {
        return expression instanceof Expression.NumberLiteral
                || expression instanceof Expression.TextLiteral
                || expression instanceof Expression.BinaryLiteral;
    }

    private static Expression and(Expression left, Expression right) {
        return new Binary("AND", left, right);
    }

    private static Expression or(Expression left, Expression right) {
        return new Binary("OR", left, right);
    }
}
