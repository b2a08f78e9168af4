package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Expression;
import java.util.ArrayList;
import java.util.List;

/** Reads operators by SQLite's precedence; throws {@link Unparsable} where the meaning would not be the same elsewhere. */
final class ExpressionParser {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int EQUALITY = 4;
    private static final int ORDER = 5;
    private static final int SUM = 8;
    private static final int PRODUCT = 9;
    private static final int CONCATENATION = 10;
    private static final int COLLATE = 11;
    private static final int SIGN = 12;
    private static final int DEEPEST = 200;

    private final TokenStream tokens;
    private final PrimaryParser primaries;
    private int depth;

    ExpressionParser(TokenStream tokens, KnownColumns columns) {
        this.tokens = tokens;
        this.primaries = new PrimaryParser(this, tokens, columns);
    }

    Expression whole() {
        Operand operand = expression();
        if (!tokens.atEnd()) {
            throw new Unparsable("not understood from '" + tokens.peek().text() + "' on");
        } else if (operand.valueClass() == ValueClass.TYPE_NAME) {
            throw new Unparsable("typeof alone names a type of SQLite");
        }
        return operand.expression();
    }

    Operand expression() {
        return parse(OR);
    }

    static boolean isConstantWord(Token word) {
        return word.isAnyWord("NULL", "TRUE", "FALSE", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME");
    }

    private Operand parse(int weakest) {
        if (++depth > DEEPEST) {
            throw new Unparsable("nested too deep");
        }
        Operand left = prefix();
        while (strength(tokens.peek()) >= weakest) {
            left = infix(left);
        }
        depth--;
        return left;
    }

    private Operand prefix() {
        if (tokens.acceptWords("NOT")) {
            return Operand.condition(new Expression.Unary("NOT", parse(NOT).asCondition()));
        } else if (tokens.acceptOperator("-")) {
            return primaries.smallestInteger().orElseGet(() -> Arithmetic.negate(parse(SIGN)));
        } else if (tokens.acceptOperator("+")) {
            Operand operand = parse(SIGN);
            if (!operand.isLiteralNumber()) {
                throw new Unparsable("a plus sign that takes a column's affinity away");
            }
            return operand;
        }
        return primaries.primary();
    }

    /** How strongly an infix operator binds, or 0 for whatever else stands there. */
    private int strength(Token token) {
        if (token.kind() == Token.Kind.WORD) {
            if (token.isWord("OR")) {
                return OR;
            } else if (token.isWord("AND")) {
                return AND;
            } else if (token.isWord("COLLATE")) {
                return COLLATE;
            }
            return token.isAnyWord("IS", "IN", "BETWEEN", "LIKE", "GLOB", "ISNULL", "NOTNULL", "NOT") ? EQUALITY : 0;
        } else if (token.kind() != Token.Kind.OPERATOR) {
            return 0;
        }
        return switch (token.text()) {
            case "=", "==", "<>", "!=" -> EQUALITY;
            case "<", "<=", ">", ">=" -> ORDER;
            case "+", "-" -> SUM;
            case "*", "/", "%" -> PRODUCT;
            case "||" -> CONCATENATION;
            default -> 0;
        };
    }

    private Operand infix(Operand left) {
        Token operator = tokens.next();
        if (operator.kind() == Token.Kind.OPERATOR) {
            return switch (strength(operator)) {
                case EQUALITY -> Comparison.compare(left, sameAs(operator.text()), parse(ORDER));
                case ORDER -> Comparison.compare(left, operator.text(), parse(ORDER + 1));
                case SUM -> Arithmetic.combine(left, operator.text(), parse(SUM + 1));
                case PRODUCT -> Arithmetic.combine(left, operator.text(), parse(PRODUCT + 1));
                default -> Arithmetic.concatenate(left, parse(CONCATENATION + 1));
            };
        } else if (operator.isAnyWord("AND", "OR")) {
            Operand right = parse(operator.isWord("AND") ? NOT : AND);
            String name = operator.isWord("AND") ? "AND" : "OR";
            return Operand.condition(new Expression.Binary(name, left.asCondition(), right.asCondition()));
        } else if (operator.isWord("COLLATE")) {
            if (!AsciiCase.equal(tokens.expectName(), "BINARY")) {
                throw new Unparsable("a collation of SQLite");
            }
            return left.comparedAsBytes();
        } else if (operator.isWord("NOT")) {
            return tokens.acceptWords("NULL") ? Comparison.isNull(left, true) : predicate(tokens.next(), left, true);
        }
        return predicate(operator, left, false);
    }

    private Operand predicate(Token word, Operand left, boolean negated) {
        if (word.isWord("BETWEEN")) {
            Operand low = parse(ORDER);
            tokens.expectWord("AND");
            return Comparison.between(left, low, parse(ORDER), negated);
        } else if (word.isWord("IN")) {
            return Comparison.in(left, members(), negated);
        } else if (word.isWord("LIKE") || word.isWord("GLOB")) {
            Operand pattern = parse(ORDER);
            if (tokens.peek().isWord("ESCAPE")) {
                throw new Unparsable("LIKE with ESCAPE");
            }
            return word.isWord("LIKE") ? Patterns.like(left, pattern, negated) : Patterns.glob(left, pattern, negated);
        } else if (!negated && word.isWord("ISNULL")) {
            return Comparison.isNull(left, false);
        } else if (!negated && word.isWord("NOTNULL")) {
            return Comparison.isNull(left, true);
        } else if (!negated && word.isWord("IS")) {
            return is(left);
        }
        throw new Unparsable("no portable operator: '" + word.text() + "'");
    }

    private Operand is(Operand left) {
        boolean not = tokens.acceptWords("NOT");
        boolean distinct = tokens.acceptWords("DISTINCT", "FROM");
        return Comparison.is(left, parse(ORDER), not != distinct);
    }

    private List<Operand> members() {
        List<Operand> members = new ArrayList<>();
        tokens.expectOperator("(");
        do {
            members.add(expression());
        } while (tokens.acceptOperator(","));
        tokens.expectOperator(")");
        return members;
    }

    private static String sameAs(String operator) {
        return switch (operator) {
            case "==" -> "=";
            case "!=" -> "<>";
            default -> operator;
        };
    }
}
