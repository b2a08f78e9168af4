package dev.dmt.engine.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is not quite the same about an expression that is carried over all the same. */
public final class Notes {
    private final Set<String> sentences = new LinkedHashSet<>();

    public void add(String sentence) {
        sentences.add(sentence);
    }

    List<String> all() {
        return List.copyOf(sentences);
    }
}
