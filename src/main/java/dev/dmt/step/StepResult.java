package dev.dmt.step;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a step did.
 *
 * @param noop true where all was done before
 * @param counts totals by name ("tables", "rows", ...), in the order to be shown
 * @param lines results for a person, one a line; the DDL and the plan of a dry run
 * @param elapsed how long it took, zero where nobody measured
 */
public record StepResult(String step, boolean noop, Map<String, Long> counts, List<String> lines, Duration elapsed) {
    public StepResult {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        lines = List.copyOf(lines);
    }

    public StepResult(String step, boolean noop, Map<String, Long> counts, List<String> lines) {
        this(step, noop, counts, lines, Duration.ZERO);
    }

    public StepResult took(Duration time) {
        return new StepResult(step, noop, counts, lines, time);
    }
}
