package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what stands between operators: literals, columns, calls, CASE, CAST and parentheses. */
final class PrimaryParser {
    private static final String BEYOND_INTEGERS = "9223372036854775808";

    private final ExpressionParser expressions;
    private final TokenStream tokens;
    private final KnownColumns columns;

    PrimaryParser(ExpressionParser expressions, TokenStream tokens, KnownColumns columns) {
        this.expressions = expressions;
        this.tokens = tokens;
        this.columns = columns;
    }

    Operand primary() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case STRING -> Operand.of(new Expression.TextLiteral(token.value()), ValueClass.TEXT);
            case BLOB ->
                Operand.of(new Expression.BinaryLiteral(token.value().toLowerCase(Locale.ROOT)), ValueClass.BLOB);
            case WORD -> word(token);
            case NAME, DOUBLE_QUOTED -> column(token);
            case OPERATOR -> parenthesised(token);
            case ILLEGAL, END -> throw new Unparsable("an expression ends too early");
        };
    }

    /** The one whole number whose digits alone are too large; the minus sign before it is already read. */
    Optional<Operand> smallestInteger() {
        if (!tokens.peek().text().equals(BEYOND_INTEGERS)) {
            return Optional.empty();
        }
        tokens.next();
        return Optional.of(Operand.of(new Expression.NumberLiteral("-" + BEYOND_INTEGERS), ValueClass.INTEGER));
    }

    private static Operand number(Token token) {
        String plain = NumberText.plain(token.value());
        return Operand.of(
                new Expression.NumberLiteral(plain), NumberText.isWhole(plain) ? ValueClass.INTEGER : ValueClass.REAL);
    }

    private Operand parenthesised(Token token) {
        if (!token.isOperator("(")) {
            throw new Unparsable("no expression begins with '" + token.text() + "'");
        }
        Operand inner = expressions.expression();
        tokens.expectOperator(")");
        return inner;
    }

    private Operand word(Token token) {
        if (token.isWord("NULL")) {
            return Operand.of(new Expression.NullLiteral(), ValueClass.NULL);
        } else if (token.isWord("CASE")) {
            return new CaseParser(expressions, tokens).afterCase();
        } else if (token.isAnyWord("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME")) {
            return Moments.ofKeyword(token.text());
        } else if (tokens.peek().isOperator("(")) {
            return token.isWord("CAST") ? cast() : Functions.call(token.text().toLowerCase(Locale.ROOT), arguments());
        } else if (token.isAnyWord("TRUE", "FALSE")
                && columns.find(token.value()).isEmpty()) {
            return Operand.condition(new Expression.BooleanLiteral(token.isWord("TRUE")));
        }
        return column(token);
    }

    private Operand column(Token token) {
        if (tokens.acceptOperator(".")) {
            if (!columns.isQualifier(token.value())) {
                throw new Unparsable("a column of another table");
            }
            return columns.find(tokens.expectName()).orElseThrow(() -> new Unparsable("no such column"));
        }
        Optional<Operand> column = columns.find(token.value());
        if (column.isEmpty() && token.kind() == Token.Kind.DOUBLE_QUOTED) {
            return Operand.of(new Expression.TextLiteral(token.value()), ValueClass.TEXT);
        }
        return column.orElseThrow(() -> new Unparsable("no such column: " + token.text()));
    }

    private List<Operand> arguments() {
        List<Operand> arguments = new ArrayList<>();
        tokens.expectOperator("(");
        if (tokens.acceptOperator(")")) {
            return arguments;
        }
        do {
            arguments.add(expressions.expression());
        } while (tokens.acceptOperator(","));
        tokens.expectOperator(")");
        return arguments;
    }

    private Operand cast() {
        tokens.expectOperator("(");
        Operand operand = expressions.expression();
        tokens.expectWord("AS");
        int start = tokens.position();
        while (!tokens.atEnd() && !tokens.peek().isOperator(")")) {
            tokens.skipOne();
        }
        ValueClass type = ValueClass.ofDeclaredType(tokens.text(start, tokens.position()));
        tokens.expectOperator(")");
        return cast(operand, type);
    }

    private static Operand cast(Operand operand, ValueClass type) {
        ValueClass from = operand.valueClass();
        boolean number = from.isNumeric() || from.isOpen();
        if (from == type && (from == ValueClass.INTEGER || from == ValueClass.REAL || from == ValueClass.TEXT)) {
            return operand;
        } else if (type == ValueClass.INTEGER && number) {
            return Operand.of(new Expression.Cast(operand.expression(), new LogicalType.Int(64)), type);
        } else if (type == ValueClass.REAL && number) {
            return Operand.of(new Expression.Cast(operand.expression(), new LogicalType.Floating(64)), type);
        } else if (type == ValueClass.TEXT && (from == ValueClass.INTEGER || from.isOpen())) {
            LogicalType text = new LogicalType.Text(OptionalInt.empty());
            return Operand.of(new Expression.Cast(operand.expression(), text), type);
        }
        throw new Unparsable("a cast that others may answer differently");
    }
}
