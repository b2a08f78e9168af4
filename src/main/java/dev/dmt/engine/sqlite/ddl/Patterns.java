package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Expression;

/** LIKE and GLOB, against literal patterns alone: only of these it is known that no escape sign is in them. */
final class Patterns {
    private Patterns() {}

    static Operand like(Operand operand, Operand pattern, boolean negated) {
        check(operand, pattern);
        return Operand.condition(new Expression.Like(operand.expression(), pattern.expression(), true, negated));
    }

    static Operand glob(Operand operand, Operand pattern, boolean negated) {
        check(operand, pattern);
        return Operand.condition(new Expression.Glob(operand.expression(), pattern.expression(), negated));
    }

    private static void check(Operand operand, Operand pattern) {
        boolean plain = pattern.expression() instanceof Expression.TextLiteral text
                && text.value().indexOf('\\') < 0;
        if (!plain || !operand.valueClass().isTextual()) {
            throw new Unparsable("a pattern that others may read differently");
        }
    }
}
