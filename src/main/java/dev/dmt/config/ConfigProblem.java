package dev.dmt.config;

import java.util.Comparator;

/** One thing that is wrong with a config. The message never shows a value. */
record ConfigProblem(Origin origin, String key, String message) {
    static final Comparator<ConfigProblem> IN_READING_ORDER = Comparator.<ConfigProblem>comparingInt(
                    problem -> problem.origin().position().known() ? 0 : 1)
            .thenComparingInt(problem -> problem.origin().position().line())
            .thenComparingInt(problem -> problem.origin().position().column())
            .thenComparing(ConfigProblem::key);

    String text() {
        return origin.text() + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
