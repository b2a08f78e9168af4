package dev.dmt.step;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs all steps in order in one process. Each is idempotent, so a second run goes on where the first one stopped. */
public final class Orchestrator {
    private final StepContext context;
    private final Consumer<TimedResult> listener;

    /** The listener hears of each step as it ends. */
    public Orchestrator(StepContext context, Consumer<TimedResult> listener) {
        this.context = context;
        this.listener = listener;
    }

    /** A step's result and how long it took. */
    public record TimedResult(StepResult result, Duration duration) {}

    public List<TimedResult> run(StepRequest request) {
        List<TimedResult> results = new ArrayList<>();
        if (context.runs().isAskedForAndFinished()) {
            return results;
        }
        Optional<DmtException> invalid = Optional.empty();
        for (Step step : Steps.inOrder()) {
            context.cancellation().check();
            context.progress().say(step.name() + " ...");
            long started = System.nanoTime();
            try {
                StepResult result = step.run(context, request);
                results.add(new TimedResult(result, Duration.ofNanos(System.nanoTime() - started)));
                listener.accept(results.get(results.size() - 1));
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
