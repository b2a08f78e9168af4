package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Expression;
import dev.dmt.schema.Expression.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CASE ... END. All results must be of one kind. */
final class CaseParser {
    private final ExpressionParser expressions;
    private final TokenStream tokens;

    CaseParser(ExpressionParser expressions, TokenStream tokens) {
        this.expressions = expressions;
        this.tokens = tokens;
    }

    Operand afterCase() {
        Optional<Operand> subject =
                tokens.peek().isWord("WHEN") ? Optional.empty() : Optional.of(expressions.expression());
        List<When> whens = new ArrayList<>();
        ValueClass results = ValueClass.NULL;
        while (tokens.acceptWords("WHEN")) {
            Expression condition = condition(subject, expressions.expression());
            tokens.expectWord("THEN");
            Operand result = expressions.expression();
            results = joined(results, result);
            whens.add(new When(condition, result.expression()));
        }
        Optional<Expression> otherwise = Optional.empty();
        if (tokens.acceptWords("ELSE")) {
            Operand result = expressions.expression();
            results = joined(results, result);
            otherwise = Optional.of(result.expression());
        }
        tokens.expectWord("END");
        if (whens.isEmpty()) {
            throw new Unparsable("a CASE without WHEN");
        }
        return Operand.of(new Expression.Case(subject.map(Operand::expression), whens, otherwise), results);
    }

    private static Expression condition(Optional<Operand> subject, Operand when) {
        if (subject.isEmpty()) {
            return when.asCondition();
        }
        Comparison.check(subject.get(), when);
        return when.expression();
    }

    private static ValueClass joined(ValueClass results, Operand result) {
        if (!results.fits(result.valueClass())) {
            throw new Unparsable("a CASE that gives several kinds of values");
        }
        return results.either(result.valueClass());
    }
}
