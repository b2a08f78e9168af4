package dev.dmt.engine.expression;

import dev.dmt.schema.Expression;
import dev.dmt.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comparisons that mean the same where no server converts a value or orders texts its own way. */
final class Comparisons {
    private final Reading reading;

    Comparisons(Reading reading) {
        this.reading = reading;
    }

    static Expression asCondition(Operand operand) {
        if (operand.isNull() || operand.numeric()) {
            return operand.expression();
        }
        throw new Refusal("a " + operand.kindName() + " stands where a condition is due");
    }

    Operand compare(String operator, Operand left, Operand right) {
        boolean equality = operator.equals("=") || operator.equals("<>");
        Pair pair = matched(equality, left, right);
        return Operand.condition(new Expression.Binary(
                operator, pair.left().expression(), pair.right().expression()));
    }

    Operand between(Operand operand, Operand low, Operand high, boolean negated) {
        Pair lower = matched(false, operand, low);
        Pair upper = matched(false, operand, high);
        return Operand.condition(new Expression.Between(
                lower.left().expression(),
                lower.right().expression(),
                upper.right().expression(),
                negated));
    }

    Operand in(Operand operand, List<Operand> members, boolean negated) {
        List<Expression> matched = new ArrayList<>();
        Expression left = operand.expression();
        for (Operand member : members) {
            Pair pair = matched(true, operand, member);
            left = pair.left().expression();
            matched.add(pair.right().expression());
        }
        return Operand.condition(new Expression.InList(left, matched, negated));
    }

    /** IS TRUE and IS FALSE know no NULL answer. */
    Operand truth(Operand operand, boolean wanted, boolean negated) {
        Expression condition = asCondition(operand);
        Expression holds = wanted ? condition : new Expression.Unary("NOT", condition);
        Expression.When when = new Expression.When(holds, new Expression.BooleanLiteral(!negated));
        return Operand.condition(new Expression.Case(
                Optional.empty(), List.of(when), Optional.of(new Expression.BooleanLiteral(negated))));
    }

    /** IS DISTINCT FROM; negated, IS NOT DISTINCT FROM. */
    Operand distinct(Operand left, Operand right, boolean negated) {
        if (right.constant() && !right.isNull()) {
            Expression compared = compare(negated ? "=" : "<>", left, right).expression();
            Expression present = new Expression.IsNull(left.expression(), negated);
            return Operand.condition(new Expression.Binary(negated ? "AND" : "OR", present, compared));
        }
        Expression equal = compare("=", left, right).expression();
        Expression bothThere =
                and(new Expression.IsNull(left.expression(), true), new Expression.IsNull(right.expression(), true));
        Expression bothMissing =
                and(new Expression.IsNull(left.expression(), false), new Expression.IsNull(right.expression(), false));
        Expression same = new Expression.Binary("OR", and(bothThere, equal), bothMissing);
        return Operand.condition(negated ? same : new Expression.Unary("NOT", same));
    }

    private static Expression and(Expression left, Expression right) {
        return new Expression.Binary("AND", left, right);
    }

    private Pair matched(boolean equality, Operand left, Operand right) {
        if (left.isNull() || right.isNull() || (left.numeric() && right.numeric())) {
            return new Pair(left, right);
        } else if (left.temporal()) {
            return new Pair(left, Moments.like(left, right));
        } else if (right.temporal()) {
            return new Pair(Moments.like(right, left), right);
        } else if (left.is(TypeKind.TEXT) && right.is(TypeKind.TEXT)) {
            if (!equality) {
                throw new Refusal("it puts texts in an order, which each engine has of its own");
            }
            return new TextEquality(reading).matched(left, right);
        } else if (left.is(TypeKind.UUID) || right.is(TypeKind.UUID)) {
            return uuids(equality, left, right);
        } else if (left.is(TypeKind.BINARY) && right.is(TypeKind.BINARY) && equality) {
            return new Pair(left, right);
        }
        throw new Refusal("a " + left.kindName() + " is compared with a " + right.kindName());
    }

    private static Pair uuids(boolean equality, Operand left, Operand right) {
        if (!equality) {
            throw new Refusal("it puts uuids in an order, which each engine has of its own");
        }
        return new Pair(uuid(left), uuid(right));
    }

    private static Operand uuid(Operand operand) {
        return operand.is(TypeKind.UUID) ? operand : Casts.cast(operand, Types.UUID);
    }

    /** Two operands of one kind. */
    record Pair(Operand left, Operand right) {}
}
