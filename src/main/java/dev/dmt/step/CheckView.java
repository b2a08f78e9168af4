package dev.dmt.step;

import dev.dmt.engine.CheckFinding;
import dev.dmt.error.ErrorCode;
import java.util.List;
import java.util.Optional;

/** What {@code dmt check} found, in the order in which it looked. */
public record CheckView(List<CheckFinding> findings) {
    public CheckView {
        findings = List.copyOf(findings);
    }

    /** The failure that a run would meet first. */
    public Optional<ErrorCode> firstFailure() {
        return findings.stream().flatMap(f -> f.failure().stream()).findFirst();
    }
}
