package dev.dmt.engine.expression;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an engine says what the portable expressions mean; see {@link Expression} for the exact meanings. Each method throws
 * {@link Refusal} where the engine has no words that mean the very same.
 */
public interface WritingRules {
    /** What a truth value is to the engine. */
    enum Truth {
        /** The numbers 1 and 0: conditions are values. */
        NUMBER,
        /** The numbers 1 and 0 in columns; conditions are no values. */
        APART
    }

    /** The engine's name, for messages. */
    String engine();

    Truth truth();

    /** A name, quoted. */
    String name(String column);

    /** A text constant. */
    String text(String value);

    /** A binary constant. */
    String binary(String hex);

    /** A constant of a column's type, from its ISO form: of dates, times, timestamps and uuids. */
    String constant(String iso, LogicalType type);

    Phrase now(Expression.Now now);

    /** A column's value, as expressions take it. */
    default Phrase column(RenderedColumn column) {
        return Phrase.value(name(column.targetName()), column.type());
    }

    /** A default as it stands behind the word DEFAULT. */
    default String asDefault(Phrase value, LogicalType type) {
        return value.sql();
    }

    /** Whether sums and products of decimals are exact. */
    default boolean computesDecimals() {
        return true;
    }

    /** A whole number that no sum of two overflows early. */
    default String widened(String number) {
        return number;
    }

    /** A new uuid, of the type that the engine's uuid columns have. */
    String newUuid();

    /** A comparison of two texts by their characters, blanks at the end included; an order is that of their code points. */
    String compareTexts(String operator, Phrase left, Phrase right);

    /** A text without the blanks at its end, for an equality alone; empty where the function rtrim does. */
    default Optional<Phrase> withoutTrailingBlanks(Phrase text) {
        return Optional.empty();
    }

    /** LIKE without an escape character; case is that of the characters, unless {@code ignoreCase} (of ASCII letters). */
    String like(Phrase operand, Expression.TextLiteral pattern, boolean ignoreCase);

    /** Texts joined; NULL where one of them is. */
    String joined(String left, String right);

    /** Whole numbers divided to a whole number, towards zero; the divisor is never zero. */
    String divided(String left, String right);

    /** The remainder of whole numbers, with the sign of the first; the divisor is never zero. */
    String remainder(String left, String right);

    /** A number as a whole one (cut towards zero) or as a floating-point one; a whole number or a uuid as a text. */
    String cast(Phrase operand, LogicalType type);

    /** What the portable functions are called that mean the very same here: {@code length} of a text, {@code bytes} ... */
    Map<String, String> functions();

    /** A portable function that needs more than another name; empty where {@link #functions} says all. */
    default Optional<Phrase> call(String name, List<Phrase> arguments) {
        return Optional.empty();
    }

    /** A pattern of SQLite's GLOB. */
    default String glob(Phrase operand, Expression.TextLiteral pattern) {
        throw new Refusal("a glob pattern, which SQLite alone has");
    }
}
