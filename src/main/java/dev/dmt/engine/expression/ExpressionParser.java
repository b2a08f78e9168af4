package dev.dmt.engine.expression;

import dev.dmt.schema.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an expression by the precedence of its operators, which all the servers share. */
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

    private final Tokens tokens;
    private final Reading reading;
    private final Comparisons comparisons;
    private final Arithmetic arithmetic;

    ExpressionParser(Tokens tokens, Reading reading) {
        this.tokens = tokens;
        this.reading = reading;
        this.comparisons = new Comparisons(reading);
        this.arithmetic = new Arithmetic(reading);
    }

    Operand whole() {
        Operand whole = expression();
        tokens.expectEnd();
        return whole;
    }

    Operand expression() {
        Operand left = conjunction();
        while (tokens.takeWord("OR") || (reading.has(Trait.PIPES_ARE_OR) && tokens.takeOperator("||"))) {
            left = logical("OR", left, conjunction());
        }
        return left;
    }

    private Operand conjunction() {
        Operand left = negation();
        while (tokens.takeWord("AND")) {
            left = logical("AND", left, negation());
        }
        return left;
    }

    private static Operand logical(String operator, Operand left, Operand right) {
        return Operand.condition(
                new Expression.Binary(operator, Comparisons.asCondition(left), Comparisons.asCondition(right)));
    }

    private Operand negation() {
        return tokens.takeWord("NOT") ? not(negation()) : comparison();
    }

    private static Operand not(Operand operand) {
        return Operand.condition(new Expression.Unary("NOT", Comparisons.asCondition(operand)));
    }

    private Operand comparison() {
        Operand left = joined();
        while (true) {
            Optional<Operand> further = further(left);
            if (further.isEmpty()) {
                return left;
            }
            left = further.get();
        }
    }

    private Optional<Operand> further(Operand left) {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.OPERATOR && COMPARISONS.contains(token.value())) {
            tokens.next();
            String operator = token.value().equals("!=") ? "<>" : token.value();
            return Optional.of(
                    quantified(operator, left).orElseGet(() -> comparisons.compare(operator, left, joined())));
        } else if (tokens.takeWord("IS")) {
            return Optional.of(is(left));
        } else if (tokens.takeOperator("~~") || tokens.takeWord("LIKE")) {
            return Optional.of(like(left, false, false));
        } else if (tokens.takeOperator("!~~") || tokens.takeWords("NOT", "LIKE")) {
            return Optional.of(like(left, false, true));
        } else if (tokens.takeOperator("~~*") || tokens.takeWord("ILIKE")) {
            return Optional.of(like(left, true, false));
        } else if (tokens.takeOperator("!~~*") || tokens.takeWords("NOT", "ILIKE")) {
            return Optional.of(like(left, true, true));
        } else if (tokens.takeWord("IN")) {
            return Optional.of(comparisons.in(left, list(), false));
        } else if (tokens.takeWords("NOT", "IN")) {
            return Optional.of(comparisons.in(left, list(), true));
        } else if (tokens.takeWord("BETWEEN")) {
            return Optional.of(between(left, false));
        } else if (tokens.takeWords("NOT", "BETWEEN")) {
            return Optional.of(between(left, true));
        }
        return Optional.empty();
    }

    /** PostgreSQL's way to print IN. */
    private Optional<Operand> quantified(String operator, Operand left) {
        boolean any = tokens.peek().isWord("ANY") || tokens.peek().isWord("SOME");
        if ((!any && !tokens.peek().isWord("ALL")) || !tokens.peek(1).isOperator("(")) {
            return Optional.empty();
        }
        if (!operator.equals(any ? "=" : "<>")) {
            throw tokens.unexpected();
        }
        tokens.next();
        tokens.expectOperator("(");
        List<Operand> members = new ArrayMembers(tokens, reading, this).read();
        tokens.expectOperator(")");
        return Optional.of(comparisons.in(left, members, !any));
    }

    private Operand is(Operand left) {
        boolean negated = tokens.takeWord("NOT");
        if (tokens.takeWord("NULL") || tokens.takeWord("UNKNOWN")) {
            return Operand.condition(new Expression.IsNull(left.expression(), negated));
        } else if (tokens.takeWord("TRUE")) {
            return comparisons.truth(left, true, negated);
        } else if (tokens.takeWord("FALSE")) {
            return comparisons.truth(left, false, negated);
        } else if (tokens.takeWords("DISTINCT", "FROM")) {
            return comparisons.distinct(left, joined(), negated);
        }
        throw tokens.unexpected();
    }

    private Operand like(Operand left, boolean ignoreCase, boolean negated) {
        Operand pattern = joined();
        Optional<Operand> escape = tokens.takeWord("ESCAPE") ? Optional.of(joined()) : Optional.empty();
        return new Patterns(reading).like(left, pattern, escape, ignoreCase, negated);
    }

    private Operand between(Operand left, boolean negated) {
        Operand low = joined();
        tokens.expectWord("AND");
        return comparisons.between(left, low, joined(), negated);
    }

    private List<Operand> list() {
        tokens.expectOperator("(");
        List<Operand> members = new ArrayList<>();
        do {
            members.add(expression());
        } while (tokens.takeOperator(","));
        tokens.expectOperator(")");
        return members;
    }

    /** What may stand beside a comparison. */
    Operand joined() {
        Operand left = sum();
        while (!reading.has(Trait.PIPES_ARE_OR) && tokens.takeOperator("||")) {
            left = arithmetic.join(left, sum());
        }
        return left;
    }

    private Operand sum() {
        Operand left = product();
        while (tokens.peek().isOperator("+") || tokens.peek().isOperator("-")) {
            left = arithmetic.compute(tokens.next().value(), left, product());
        }
        return left;
    }

    private Operand product() {
        Operand left = signed();
        while (true) {
            if (tokens.peek().isOperator("*")
                    || tokens.peek().isOperator("/")
                    || tokens.peek().isOperator("%")) {
                left = arithmetic.compute(tokens.next().value(), left, signed());
            } else if (tokens.takeWord("MOD")) {
                left = arithmetic.compute("%", left, signed());
            } else if (tokens.takeWord("DIV")) {
                left = arithmetic.wholeDivision(left, signed());
            } else {
                return left;
            }
        }
    }

    private Operand signed() {
        if (tokens.takeOperator("-")) {
            return Arithmetic.negated(signed());
        } else if (tokens.takeOperator("+")) {
            return signed();
        } else if (tokens.takeOperator("!")) {
            return not(signed());
        }
        return suffixed(new PrimaryParser(tokens, reading, this).primary());
    }

    private Operand suffixed(Operand operand) {
        Operand suffixed = operand;
        while (true) {
            if (tokens.takeOperator("::")) {
                suffixed = Casts.cast(suffixed, new TypeWords(tokens).read(), reading);
            } else if (tokens.takeWord("COLLATE")) {
                suffixed = new Operand(
                        suffixed.expression(),
                        suffixed.type(),
                        reading.rules().collation(tokens.next().name()));
            } else if (tokens.takeWords("AT", "TIME")) {
                tokens.expectWord("ZONE");
                suffixed = Moments.inZone(suffixed, suffixed(new PrimaryParser(tokens, reading, this).primary()));
            } else {
                return suffixed;
            }
        }
    }
}
