package dev.dmt.engine.expression;

import java.util.Set;

/**
 * How a dialect spells things.
 *
 * @param nameQuotes the characters that open a quoted name: some of {@code " ` [}
 */
public record Lexicon(String engine, String nameQuotes, Set<Trait> traits) {
    public Lexicon {
        traits = Set.copyOf(traits);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
