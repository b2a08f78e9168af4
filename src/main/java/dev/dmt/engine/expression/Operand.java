package dev.dmt.engine.expression;

import dev.dmt.schema.Collation;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An expression that was read, and what is known of its values.
 *
 * @param type empty for a bare NULL
 * @param collation by what its texts compare
 */
public record Operand(Expression expression, Optional<LogicalType> type, Collation collation) {
    public static Operand of(Expression expression, LogicalType type) {
        return new Operand(expression, Optional.of(type), Collation.EXACT);
    }

    /** A portable function; its text compares as its first argument does. */
    public static Operand call(String name, List<Operand> arguments, LogicalType type) {
        return new Operand(
                new Expression.Call(
                        name, arguments.stream().map(Operand::expression).toList()),
                Optional.of(type),
                arguments.get(0).collation());
    }

    static Operand condition(Expression expression) {
        return of(expression, Types.BOOLEAN);
    }

    static Operand bareNull() {
        return new Operand(new Expression.NullLiteral(), Optional.empty(), Collation.EXACT);
    }

    public static Operand text(String value) {
        return of(new Expression.TextLiteral(value), Types.TEXT);
    }

    Operand as(Expression other) {
        return new Operand(other, type, collation);
    }

    Operand typed(LogicalType other) {
        return new Operand(expression, Optional.of(other), collation);
    }

    public boolean is(TypeKind wanted) {
        return type.filter(t -> t.kind() == wanted).isPresent();
    }

    public boolean isNull() {
        return type.isEmpty();
    }

    public boolean whole() {
        return is(TypeKind.INTEGER) || is(TypeKind.BOOLEAN);
    }

    public boolean numeric() {
        return whole() || is(TypeKind.DECIMAL) || is(TypeKind.FLOAT);
    }

    public boolean temporal() {
        return is(TypeKind.DATE) || is(TypeKind.TIME) || is(TypeKind.TIMESTAMP);
    }

    /** The text of a constant, whatever its type. */
    public Optional<String> constantText() {
        return expression instanceof Expression.TextLiteral text ? Optional.of(text.value()) : Optional.empty();
    }

    /** A whole number as written. */
    public Optional<Long> constantWhole() {
        return expression instanceof Expression.NumberLiteral number
                        && number.digits().matches("\\d{1,18}")
                ? Optional.of(Long.valueOf(number.digits()))
                : Optional.empty();
    }

    boolean constantNumber() {
        return expression instanceof Expression.NumberLiteral
                || (expression instanceof Expression.Unary sign && sign.operand() instanceof Expression.NumberLiteral);
    }

    boolean constant() {
        return constantNumber()
                || expression instanceof Expression.TextLiteral
                || expression instanceof Expression.BooleanLiteral
                || expression instanceof Expression.BinaryLiteral
                || expression instanceof Expression.NullLiteral;
    }

    public String kindName() {
        return type.map(t -> t instanceof LogicalType.Unknown unknown
                        ? unknown.nativeName()
                        : t.kind().name().toLowerCase(Locale.ROOT))
                .orElse("null");
    }
}
