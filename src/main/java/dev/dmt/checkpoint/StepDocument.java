package dev.dmt.checkpoint;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A step, or its part for one table: "steps/create-tables", "steps/create-indexes/orders".
 *
 * @param counts totals by name, in the order to be shown
 * @param note what a person should know, empty where nothing
 */
public record StepDocument(
        String step,
        WorkStatus status,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Map<String, Long> counts,
        String owner,
        String note,
        Optional<FailureNote> failure) {
    public StepDocument {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
