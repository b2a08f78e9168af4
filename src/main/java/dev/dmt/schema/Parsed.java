package dev.dmt.schema;

import java.util.List;
import java.util.Optional;

/** What became of reading an expression: its portable form, or which part of it means nothing elsewhere. */
public sealed interface Parsed {
    /**
     * Its portable form.
     *
     * @param notes what is not quite the same about it, each a sentence for the report
     */
    record Portable(Expression value, List<String> notes) implements Parsed {
        public Portable {
            notes = List.copyOf(notes);
        }

        public Portable(Expression value) {
            this(value, List.of());
        }
    }

    record Refused(String reason) implements Parsed {}

    default Optional<Expression> expression() {
        return this instanceof Portable portable ? Optional.of(portable.value()) : Optional.empty();
    }
}
