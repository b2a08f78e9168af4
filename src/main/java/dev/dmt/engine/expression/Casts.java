package dev.dmt.engine.expression;

import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Casts that lose nothing and mean the same everywhere; those of constants are done at once. */
final class Casts {
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d+)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern HEX = Pattern.compile("\\\\x([0-9a-f]{2})*");

    private Casts() {}

    static Operand cast(Operand operand, String words, Reading reading) {
        LogicalType type = reading.rules().type(words);
        if (type.kind() == TypeKind.UNKNOWN || type.kind() == TypeKind.NATIVE) {
            throw new Refusal("a cast to " + words);
        }
        return cast(operand, type);
    }

    static Operand cast(Operand operand, LogicalType type) {
        if (operand.isNull()) {
            return operand.typed(type);
        } else if (operand.expression() instanceof Expression.Now now) {
            return now(now, type);
        } else if (operand.is(TypeKind.TEXT) && operand.constantText().isPresent()) {
            return constant(operand, operand.constantText().get(), type);
        } else if (operand.is(type.kind())) {
            return same(operand, type);
        } else if (operand.numeric() || operand.is(TypeKind.UUID)) {
            return converted(operand, type);
        }
        throw refusal(operand, type);
    }

    private static Refusal refusal(Operand operand, LogicalType type) {
        return new Refusal("a cast from " + operand.kindName() + " to " + type);
    }

    private static Operand now(Expression.Now now, LogicalType type) {
        boolean moment =
                type.kind() == TypeKind.TIMESTAMP || type.kind() == TypeKind.DATE || type.kind() == TypeKind.TIME;
        boolean fromMoment =
                now.type().kind() == TypeKind.TIMESTAMP || now.type().kind() == type.kind();
        if (!moment || !fromMoment) {
            throw new Refusal("the present moment as " + type);
        }
        return Operand.of(new Expression.Now(type, now.written(), now.clock()), type);
    }

    private static Operand same(Operand operand, LogicalType type) {
        boolean rounds = type instanceof LogicalType.Decimal decimal
                && decimal.precision().isPresent()
                && !operand.constantNumber();
        boolean cuts = length(type).isPresent();
        boolean otherZone = type.kind() == TypeKind.TIMESTAMP
                && Types.zoned(type) != Types.zoned(operand.type().orElseThrow());
        if (rounds || cuts || otherZone) {
            throw refusal(operand, type);
        }
        return operand;
    }

    private static OptionalInt length(LogicalType type) {
        return type instanceof LogicalType.Text text ? text.length() : OptionalInt.empty();
    }

    private static Operand converted(Operand operand, LogicalType type) {
        if (operand.is(TypeKind.INTEGER) && type.kind() == TypeKind.DECIMAL) {
            return operand.typed(type);
        } else if (operand.is(TypeKind.INTEGER) && type.kind() == TypeKind.BOOLEAN) {
            return Operand.condition(
                    new Expression.Binary("<>", operand.expression(), new Expression.NumberLiteral("0")));
        } else if (operand.is(TypeKind.BOOLEAN) && type.kind() == TypeKind.INTEGER) {
            return Operand.of(new Expression.Cast(operand.expression(), Types.WHOLE), type);
        } else if (type.kind() == TypeKind.FLOAT && !operand.is(TypeKind.BOOLEAN)) {
            return operand.constantNumber()
                    ? operand.typed(type)
                    : Operand.of(new Expression.Cast(operand.expression(), Types.FLOATING), type);
        } else if (type.kind() == TypeKind.TEXT
                && length(type).isEmpty()
                && (operand.is(TypeKind.INTEGER) || operand.is(TypeKind.UUID))) {
            return Operand.of(new Expression.Cast(operand.expression(), Types.TEXT), type);
        }
        throw refusal(operand, type);
    }

    private static Operand constant(Operand operand, String text, LogicalType type) {
        return switch (type.kind()) {
            case TEXT -> {
                if (text.codePointCount(0, text.length()) > length(type).orElse(Integer.MAX_VALUE)) {
                    throw refusal(operand, type);
                }
                yield operand;
            }
            case INTEGER, DECIMAL, FLOAT -> number(operand, text, type);
            case BOOLEAN -> truth(operand, text, type);
            case DATE, TIME, TIMESTAMP -> Moments.constant(text, type);
            case UUID -> matching(UUID, operand, text.toLowerCase(Locale.ROOT), type);
            case JSON -> operand.typed(type);
            case BINARY -> {
                matching(HEX, operand, text, type);
                yield Operand.of(new Expression.BinaryLiteral(text.substring(2)), type);
            }
            default -> throw refusal(operand, type);
        };
    }

    private static Operand matching(Pattern form, Operand operand, String text, LogicalType type) {
        if (!form.matcher(text).matches()) {
            throw refusal(operand, type);
        }
        return Operand.of(new Expression.TextLiteral(text), type);
    }

    private static Operand number(Operand operand, String text, LogicalType type) {
        if (!NUMBER.matcher(text).matches()) {
            throw refusal(operand, type);
        }
        String unsigned = text.startsWith("-") ? text.substring(1) : text;
        Expression digits = new Expression.NumberLiteral(unsigned.startsWith(".") ? "0" + unsigned : unsigned);
        return Operand.of(text.startsWith("-") ? new Expression.Unary("-", digits) : digits, type);
    }

    private static Operand truth(Operand operand, String text, LogicalType type) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "t", "true", "1" -> Operand.condition(new Expression.BooleanLiteral(true));
            case "f", "false", "0" -> Operand.condition(new Expression.BooleanLiteral(false));
            default -> throw refusal(operand, type);
        };
    }
}
