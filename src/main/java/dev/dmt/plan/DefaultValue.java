package dev.dmt.plan;

import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.TypeKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Fits a default's expression to the type its column has in the target, or says why it does not fit. */
final class DefaultValue {
    private static final int UUID_CHARACTERS = 36;

    private final LogicalType type;
    private final boolean convertsText;

    private DefaultValue(LogicalType type, boolean convertsText) {
        this.type = type;
        this.convertsText = convertsText;
    }

    /** @param declaredType the source's; a column that declares none keeps a text of digits as a text */
    static Parsed fit(Expression expression, LogicalType type, String declaredType) {
        if (expression instanceof Expression.NullLiteral || expression instanceof Expression.Verbatim) {
            return new Parsed.Portable(expression);
        }
        if (expression instanceof Expression.NextValue) {
            return type.kind() == TypeKind.INTEGER || type.kind() == TypeKind.DECIMAL
                    ? new Parsed.Portable(expression)
                    : new Parsed.Refused("a sequence gives no value of the type " + type);
        }
        if (expression instanceof Expression.NewUuid) {
            return newUuid(expression, type);
        }
        return expression instanceof Expression.Now now
                ? DefaultMoment.fit(now, type)
                : new DefaultValue(type, !declaredType.isEmpty()).fit(expression);
    }

    private static Parsed newUuid(Expression expression, LogicalType type) {
        if (type.kind() == TypeKind.UUID) {
            return new Parsed.Portable(expression);
        }
        return type instanceof LogicalType.Text text && text.length().orElse(UUID_CHARACTERS) >= UUID_CHARACTERS
                ? new Parsed.Portable(new Expression.Cast(expression, type))
                : new Parsed.Refused("a new uuid is no value of the type " + type);
    }

    private Parsed fit(Expression expression) {
        if (!isConstant(expression)) {
            return new Parsed.Refused("it is computed, which dmt does not carry over for defaults");
        }
        return switch (type.kind()) {
            case BOOLEAN -> fitBoolean(expression);
            case INTEGER, DECIMAL, FLOAT -> fitNumber(expression);
            case TEXT -> fitText(expression);
            case JSON, UUID, DATE, TIME, TIMESTAMP -> fitWritten(expression);
            case BINARY -> fitBinary(expression);
            case ENUMERATION -> fitMember(expression);
            case INTERVAL, XML, SET, BITS, ARRAY, GEOMETRY, ROW_VERSION, NATIVE, UNKNOWN -> misfit();
        };
    }

    private static boolean isConstant(Expression expression) {
        return expression instanceof Expression.NumberLiteral
                || expression instanceof Expression.TextLiteral
                || expression instanceof Expression.BooleanLiteral
                || expression instanceof Expression.BinaryLiteral
                || (expression instanceof Expression.Unary unary
                        && unary.operand() instanceof Expression.NumberLiteral);
    }

    private Parsed fitBoolean(Expression expression) {
        if (expression instanceof Expression.BooleanLiteral) {
            return new Parsed.Portable(expression);
        }
        return switch (text(expression).toLowerCase(Locale.ROOT)) {
            case "1", "true", "t", "yes" -> new Parsed.Portable(new Expression.BooleanLiteral(true));
            case "0", "false", "f", "no" -> new Parsed.Portable(new Expression.BooleanLiteral(false));
            default -> misfit();
        };
    }

    /** SQLite turns a text of digits into the number where the column is one, and a truth value into 1 or 0. */
    private Parsed fitNumber(Expression expression) {
        if (expression instanceof Expression.BinaryLiteral
                || (expression instanceof Expression.TextLiteral && !convertsText)) {
            return misfit();
        }
        Optional<BigDecimal> number = Numbers.read(text(expression)).filter(n -> Numbers.fits(n, type));
        if (number.isEmpty()) {
            return misfit();
        }
        boolean asWritten = expression instanceof Expression.NumberLiteral || expression instanceof Expression.Unary;
        return asWritten && type.kind() != TypeKind.INTEGER
                ? new Parsed.Portable(expression)
                : new Parsed.Portable(literal(number.get()));
    }

    private static Expression literal(BigDecimal number) {
        String digits = Numbers.plain(number.abs());
        Expression literal = new Expression.NumberLiteral(digits);
        return number.signum() < 0 ? new Expression.Unary("-", literal) : literal;
    }

    /** SQLite's text affinity turns a number into its digits. */
    private Parsed fitText(Expression expression) {
        if (expression instanceof Expression.BinaryLiteral) {
            return misfit();
        }
        Optional<String> written =
                expression instanceof Expression.NumberLiteral || expression instanceof Expression.Unary
                        ? Numbers.asSqliteText(text(expression))
                        : Optional.of(text(expression));
        int longest = ((LogicalType.Text) type).length().orElse(Integer.MAX_VALUE);
        return written.filter(text -> text.codePointCount(0, text.length()) <= longest)
                .<Parsed>map(text -> new Parsed.Portable(new Expression.TextLiteral(text)))
                .orElseGet(this::misfit);
    }

    /** What the target would read its own way, or not at all, is no default there: 'now', '0000-00-00', ''. */
    private Parsed fitWritten(Expression expression) {
        return expression instanceof Expression.TextLiteral literal && WrittenForm.isOf(type, literal.value())
                ? new Parsed.Portable(expression)
                : misfit();
    }

    private Parsed fitMember(Expression expression) {
        return expression instanceof Expression.TextLiteral literal
                        && ((LogicalType.Enumeration) type).members().contains(literal.value())
                ? new Parsed.Portable(expression)
                : misfit();
    }

    private Parsed fitBinary(Expression expression) {
        if (expression instanceof Expression.TextLiteral literal) {
            byte[] bytes = literal.value().getBytes(StandardCharsets.UTF_8);
            return new Parsed.Portable(
                    new Expression.BinaryLiteral(HexFormat.of().formatHex(bytes)));
        }
        return expression instanceof Expression.BinaryLiteral ? new Parsed.Portable(expression) : misfit();
    }

    private Parsed misfit() {
        return new Parsed.Refused("it is no value that the type " + type + " holds unchanged");
    }

    private static String text(Expression expression) {
        if (expression instanceof Expression.NumberLiteral number) {
            return number.digits();
        } else if (expression instanceof Expression.TextLiteral text) {
            return text.value();
        } else if (expression instanceof Expression.BooleanLiteral literal) {
            return literal.value() ? "1" : "0";
        } else if (expression instanceof Expression.Unary unary) {
            return (unary.operator().equals("-") ? "-" : "") + text(unary.operand());
        }
        return "";
    }
}
