package dev.dmt.plan;

import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Fits a default's expression to the type its column has in the target, or says that it does not fit. */
final class DefaultValue {
    private static final int DATE_AND_TIME_CHARACTERS = 19;

    private DefaultValue() {}

    static Optional<Expression> fit(Expression expression, LogicalType type) {
        if (expression instanceof Expression.NullLiteral) {
            return Optional.of(expression);
        }
        if (expression instanceof Expression.Now now) {
            return fitNow(now, type);
        }
        return switch (type.kind()) {
            case BOOLEAN -> fitBoolean(expression);
            case INTEGER -> isNumber(expression, true) ? Optional.of(expression) : Optional.empty();
            case DECIMAL, FLOAT -> isNumber(expression, false) ? Optional.of(expression) : Optional.empty();
            case TEXT -> fitText(expression);
            case JSON, UUID, DATE, TIME, TIMESTAMP ->
                expression instanceof Expression.TextLiteral ? Optional.of(expression) : Optional.empty();
            case BINARY -> expression instanceof Expression.BinaryLiteral ? Optional.of(expression) : Optional.empty();
            case UNKNOWN -> Optional.empty();
        };
    }

    /** SQLite's moments are texts in UTC to the second; where the column stays a text, so does the default. */
    private static Optional<Expression> fitNow(Expression.Now now, LogicalType type) {
        if (type.kind() == TypeKind.TEXT) {
            int characters = switch (now.type().kind()) {
                case DATE -> 10;
                case TIME -> 8;
                default -> DATE_AND_TIME_CHARACTERS;
            };
            return Optional.of(new Expression.Now(new LogicalType.Text(OptionalInt.of(characters))));
        }
        return switch (type.kind()) {
            case DATE, TIME, TIMESTAMP -> Optional.of(new Expression.Now(type));
            default -> Optional.empty();
        };
    }

    private static Optional<Expression> fitBoolean(Expression expression) {
        if (expression instanceof Expression.BooleanLiteral) {
            return Optional.of(expression);
        }
        String text = switch (expressionText(expression).toLowerCase(Locale.ROOT)) {
            case "1", "true", "t", "yes" -> "true";
            case "0", "false", "f", "no" -> "false";
            default -> "";
        };
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Expression.BooleanLiteral(Boolean.parseBoolean(text)));
    }

    /** SQLite's text affinity turns a number into its digits. */
    private static Optional<Expression> fitText(Expression expression) {
        if (expression instanceof Expression.TextLiteral) {
            return Optional.of(expression);
        }
        return isNumber(expression, true)
                ? Optional.of(new Expression.TextLiteral(expressionText(expression)))
                : Optional.empty();
    }

    private static boolean isNumber(Expression expression, boolean whole) {
        String text = expressionText(expression);
        boolean literal = expression instanceof Expression.NumberLiteral
                || (expression instanceof Expression.Unary unary
                        && unary.operand() instanceof Expression.NumberLiteral);
        return literal && !(whole && text.matches(".*[.eE].*"));
    }

    private static String expressionText(Expression expression) {
        if (expression instanceof Expression.NumberLiteral number) {
            return number.digits();
        } else if (expression instanceof Expression.TextLiteral text) {
            return text.value();
        } else if (expression instanceof Expression.Unary unary) {
            return (unary.operator().equals("-") ? "-" : "") + expressionText(unary.operand());
        }
        return "";
    }
}
