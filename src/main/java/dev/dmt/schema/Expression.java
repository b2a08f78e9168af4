package dev.dmt.schema;

import java.util.List;
import java.util.Optional;

/**
 * A parsed SQL expression with the same meaning in every dialect. A source parses what it can into it; a target renders
 * what it can of it; what either cannot do becomes an {@link Omission}.
 *
 * <p>Truth values count as 1 and 0 among numbers, and a number is a condition that holds where it is not zero. Text compares
 * by its bytes. Whole numbers divide to whole numbers, towards zero; what is divided by zero is NULL.
 */
public sealed interface Expression {
    record NullLiteral() implements Expression {}

    record BooleanLiteral(boolean value) implements Expression {}

    /** A number as its digits: whole where it has neither point nor exponent. */
    record NumberLiteral(String digits) implements Expression {}

    record TextLiteral(String value) implements Expression {}

    record BinaryLiteral(String hex) implements Expression {}

    /**
     * The moment of evaluation; as an integer, the whole seconds since 1970-01-01.
     *
     * @param written how it is written where it is a text: %Y %m %d %H %M %S, %f for seconds with milliseconds, and other
     *     characters as they are; empty where only its engine knows
     * @param clock whose reading it is where the type has no zone
     */
    record Now(LogicalType type, String written, Clock clock) implements Expression {
        public Now(LogicalType type, String written) {
            this(type, written, Clock.UTC);
        }

        public Now(LogicalType type) {
            this(type, "%Y-%m-%d %H:%M:%S", Clock.UTC);
        }
    }

    /** Which wall clock is read for a moment without a zone. */
    enum Clock {
        UTC,
        /** The one of the session's time zone, or of the server's where an engine knows no other. */
        LOCAL
    }

    /** A new uuid on each evaluation; which version, each engine decides. */
    record NewUuid() implements Expression {}

    /** The next value of a sequence. */
    record NextValue(TableName sequence) implements Expression {}

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

    /**
     * {@code name} is lower case and of the portable list each target knows: lower upper (ASCII letters alone), lowercase
     * uppercase (other alphabets' letters too, where and as the engine folds them), length (characters of a text, bytes of a
     * binary value) abs coalesce nullif trim ltrim rtrim replace instr substr (from a literal place, at least 1) json_valid, min and max (of two
     * or more values of one kind; NULL where one is NULL), date (of a date column: the column itself) and typeof (of a
     * column, compared with literals: integer, real, text, blob, null).
     */
    record Call(String name, List<Expression> arguments) implements Expression {}

    record Cast(Expression operand, LogicalType type) implements Expression {}

    record Case(Optional<Expression> operand, List<When> whens, Optional<Expression> otherwise) implements Expression {}

    /** One arm of a {@link Case}. */
    record When(Expression condition, Expression result) {}

    /**
     * An expression in the words of one engine, which only that engine understands.
     *
     * @param engine the engine's name
     * @param elsewhere what the others may make of it
     */
    record Verbatim(String engine, String sql, Parsed elsewhere) implements Expression {
        public Verbatim(String engine, String sql) {
            this(engine, sql, new Parsed.Refused("it is in the words of " + engine));
        }
    }
}
