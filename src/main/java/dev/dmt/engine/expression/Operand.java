package dev.dmt.engine.expression;

import dev.dmt.schema.Collation;
import dev.dmt.schema.Expression;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An expression that was read, and what is known of its values.
 *
 * @param kind empty for a bare NULL
 * @param collation by what its texts compare
 */
public record Operand(Expression expression, Optional<TypeKind> kind, Collation collation) {
    public static Operand of(Expression expression, TypeKind kind) {
        return new Operand(expression, Optional.of(kind), Collation.EXACT);
    }

    public static Operand call(String name, List<Operand> arguments, TypeKind kind) {
        return new Operand(
                new Expression.Call(
                        name, arguments.stream().map(Operand::expression).toList()),
                Optional.of(kind),
                arguments.isEmpty() ? Collation.EXACT : arguments.get(0).collation());
    }

    public Operand as(Expression other) {
        return new Operand(other, kind, collation);
    }

    public boolean is(TypeKind wanted) {
        return kind.filter(k -> k == wanted).isPresent();
    }

    public boolean isNull() {
        return kind.isEmpty();
    }

    public boolean textual() {
        return is(TypeKind.TEXT);
    }

    public boolean whole() {
        return is(TypeKind.INTEGER) || is(TypeKind.BOOLEAN);
    }

    public boolean numeric() {
        return whole() || is(TypeKind.DECIMAL) || is(TypeKind.FLOAT);
    }

    public boolean literal() {
        return expression instanceof Expression.NumberLiteral
                || expression instanceof Expression.TextLiteral
                || expression instanceof Expression.BooleanLiteral
                || expression instanceof Expression.BinaryLiteral
                || expression instanceof Expression.NullLiteral
                || (expression instanceof Expression.Unary sign && sign.operand() instanceof Expression.NumberLiteral);
    }

    public String kindName() {
        return kind.map(k -> k.name().toLowerCase(Locale.ROOT)).orElse("null");
    }
}
