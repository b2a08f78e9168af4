package dev.dmt.engine.expression;

import dev.dmt.schema.Expression;
import dev.dmt.schema.TypeKind;
import java.util.Optional;

/** LIKE with a pattern that every engine reads alike. */
final class Patterns {
    private final Reading reading;

    Patterns(Reading reading) {
        this.reading = reading;
    }

    Operand like(Operand operand, Operand pattern, Optional<Operand> escape, boolean ignoreCase, boolean negated) {
        if (!operand.is(TypeKind.TEXT) || !pattern.is(TypeKind.TEXT)) {
            throw new Refusal("a pattern is held against a " + operand.kindName());
        }
        String text = pattern.constantText().orElseThrow(() -> new Refusal("a pattern is no constant"));
        refuseEscapes(text, escape);
        boolean foldsCase = ignoreCase || operand.collation().ignoresCase();
        if (foldsCase || operand.collation().ignoresAccents()) {
            if (text.chars().anyMatch(c -> c >= 0x80)) {
                throw new Refusal("a pattern with letters beyond ASCII, in which case or accents do not count");
            }
            reading.notes()
                    .add("the pattern ignores case"
                            + (operand.collation().ignoresAccents()
                                    ? " and accents in the source; here case alone"
                                    : ", of ASCII letters"));
        }
        if (operand.collation().ignoresTrailingBlanks() && !text.endsWith("%")) {
            throw new Refusal("a pattern is held against a text whose trailing blanks do not count");
        }
        return Operand.condition(new Expression.Like(operand.expression(), pattern.expression(), foldsCase, negated));
    }

    private void refuseEscapes(String pattern, Optional<Operand> escape) {
        boolean escaped = escape.isPresent()
                ? escape.get()
                        .constantText()
                        .filter(character -> character.isEmpty() || !pattern.contains(character))
                        .isEmpty()
                : reading.has(Trait.PATTERNS_ESCAPE) && pattern.indexOf('\\') >= 0;
        if (escaped) {
            throw new Refusal("a pattern with an escape");
        }
        if (reading.has(Trait.PATTERNS_HAVE_CLASSES) && pattern.indexOf('[') >= 0) {
            throw new Refusal("a pattern with a choice of characters");
        }
    }
}
