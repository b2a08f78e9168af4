package dev.dmt.engine.expression;

import dev.dmt.schema.Collation;
import dev.dmt.schema.Expression;
import java.util.List;
import java.util.Locale;

/** Equality of texts: by their characters, or what a collation leaves of them. */
final class TextEquality {
    private final Reading reading;

    TextEquality(Reading reading) {
        this.reading = reading;
    }

    Comparisons.Pair matched(Operand left, Operand right) {
        if (isEmpty(left) || isEmpty(right)) {
            throw new Refusal("it compares with an empty text, which is NULL in the source");
        }
        Collation collation = left.collation().exact() ? right.collation() : left.collation();
        if (collation.exact()) {
            return new Comparisons.Pair(left, right);
        }
        return new Comparisons.Pair(folded(left, collation), folded(right, collation));
    }

    private static boolean isEmpty(Operand operand) {
        return operand.expression() instanceof Expression.NullLiteral;
    }

    private Operand folded(Operand operand, Collation collation) {
        boolean foldsLetters = collation.ignoresCase() || collation.ignoresAccents();
        if (foldsLetters) {
            reading.notes().add(note(collation));
        }
        if (operand.constantText().isPresent()) {
            return operand.as(
                    new Expression.TextLiteral(folded(operand.constantText().get(), collation)));
        }
        Operand folded = operand;
        if (collation.ignoresCase()) {
            folded = Operand.call("lowercase", List.of(folded), Types.TEXT);
        }
        if (collation.ignoresTrailingBlanks()) {
            folded = Operand.call("rtrim", List.of(folded), Types.TEXT);
        }
        return folded;
    }

    private static String folded(String text, Collation collation) {
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        if (!ascii && (collation.ignoresCase() || collation.ignoresAccents())) {
            throw new Refusal("it compares with a text beyond ASCII by the collation " + collation.name());
        }
        String folded = collation.ignoresCase() ? text.toLowerCase(Locale.ROOT) : text;
        return collation.ignoresTrailingBlanks() ? folded.stripTrailing() : folded;
    }

    private static String note(Collation collation) {
        return "the source compares by the collation " + collation.name() + "; here letters are compared in "
                + (collation.ignoresCase() ? "lower case" : "their case")
                + (collation.ignoresAccents() ? ", and accents count" : "");
    }
}
