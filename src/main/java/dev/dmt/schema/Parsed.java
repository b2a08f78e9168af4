package dev.dmt.schema;

import java.util.Optional;

/** What became of reading an expression: its portable form, or which part of it means nothing elsewhere. */
public sealed interface Parsed {
    record Portable(Expression value) implements Parsed {}

    record Refused(String reason) implements Parsed {}

    default Optional<Expression> expression() {
        return this instanceof Portable portable ? Optional.of(portable.value()) : Optional.empty();
    }
}
