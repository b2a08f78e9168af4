package dev.dmt.schema;

import java.util.List;
import java.util.Optional;

/**
 * A parsed SQL expression with the same meaning in every dialect. A source parses what it can into it; a target renders
 * what it can of it; what either cannot do becomes an {@link Omission}.
 */
public sealed interface Expression {
    record NullLiteral() implements Expression {}

    record BooleanLiteral(boolean value) implements Expression {}

    /** A number as its digits: whole where it has neither point nor exponent. */
    record NumberLiteral(String digits) implements Expression {}

    record TextLiteral(String value) implements Expression {}

    record BinaryLiteral(String hex) implements Expression {}

    /** The moment of evaluation, in UTC. */
    record Now(LogicalType type) implements Expression {}

    /** A column by its source name. */
    record ColumnReference(String column) implements Expression {}

    /** {@code operator} is one of NOT, -, +. */
    record Unary(String operator, Expression operand) implements Expression {}

    /** {@code operator} is one of AND OR = &lt;&gt; &lt; &lt;= &gt; &gt;= + - * / % ||. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    record IsNull(Expression operand, boolean negated) implements Expression {}

    record Between(Expression operand, Expression low, Expression high, boolean negated) implements Expression {}

    record InList(Expression operand, List<Expression> members, boolean negated) implements Expression {}

    /** LIKE; ASCII case is ignored where {@code ignoreCase}. */
    record Like(Expression operand, Expression pattern, boolean ignoreCase, boolean negated) implements Expression {}

    /** A glob pattern of SQLite: case matters. */
    record Glob(Expression operand, Expression pattern, boolean negated) implements Expression {}

    /** {@code name} is lower case and of the portable list each target knows: lower upper length abs coalesce ... */
    record Call(String name, List<Expression> arguments) implements Expression {}

    record Cast(Expression operand, LogicalType type) implements Expression {}

    record Case(Optional<Expression> operand, List<When> whens, Optional<Expression> otherwise) implements Expression {}

    /** One arm of a {@link Case}. */
    record When(Expression condition, Expression result) {}
}
