package dev.dmt.step;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs all steps in order in one process. Each is idempotent, so a second run goes on where the first one stopped. */
public final class Orchestrator {
    public List<StepResult> run(StepContext context, StepOptions options) {
        List<StepResult> results = new ArrayList<>();
        if (context.runs().isAskedForAndFinished()) {
            return results;
        }
        // A target that cannot be reached is found out before the source is scanned, not after.
        context.target();
        Optional<DmtException> invalid = Optional.empty();
        for (Step step : Steps.wanted(context.config())) {
            context.cancellation().check();
            context.progress().step(step.name());
            long started = System.nanoTime();
            try {
                StepResult result = step.run(context, StepRequest.all(options));
                results.add(result.took(Duration.ofNanos(System.nanoTime() - started)));
            } catch (DmtException e) {
                // A failed validation still deserves its report; anything else ends the run here.
                if (e.code() != ErrorCode.VALIDATION) {
                    throw e;
                }
                invalid = Optional.of(e);
            }
        }
        if (invalid.isPresent()) {
            throw invalid.get();
        }
        return results;
    }
}
