package dev.dmt.engine.expression;

import dev.dmt.schema.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CASE; one with an operand becomes one with conditions. */
final class CaseParser {
    private final Tokens tokens;
    private final Reading reading;
    private final ExpressionParser parser;

    CaseParser(Tokens tokens, Reading reading, ExpressionParser parser) {
        this.tokens = tokens;
        this.reading = reading;
        this.parser = parser;
    }

    Operand read() {
        tokens.expectWord("CASE");
        Optional<Operand> operand = tokens.peek().isWord("WHEN") ? Optional.empty() : Optional.of(parser.expression());
        List<Expression.When> whens = new ArrayList<>();
        List<Operand> results = new ArrayList<>();
        while (tokens.takeWord("WHEN")) {
            Operand wanted = parser.expression();
            tokens.expectWord("THEN");
            Operand result = parser.expression();
            results.add(result);
            Expression condition = operand.map(o ->
                            new Comparisons(reading).compare("=", o, wanted).expression())
                    .orElseGet(() -> Comparisons.asCondition(wanted));
            whens.add(new Expression.When(condition, result.expression()));
        }
        Optional<Operand> otherwise = tokens.takeWord("ELSE") ? Optional.of(parser.expression()) : Optional.empty();
        otherwise.ifPresent(results::add);
        tokens.expectWord("END");
        if (whens.isEmpty()) {
            throw tokens.unexpected();
        }
        return choice(whens, results, otherwise);
    }

    static Operand choice(List<Expression.When> whens, List<Operand> results, Optional<Operand> otherwise) {
        Expression choice = new Expression.Case(Optional.empty(), whens, otherwise.map(Operand::expression));
        return new Operand(choice, Branches.commonType(results), Branches.collation(results));
    }
}
