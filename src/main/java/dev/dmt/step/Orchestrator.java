package dev.dmt.step;

import java.util.List;

/** Runs all steps in order in one process, and goes on where the last attempt stopped. */
public final class Orchestrator {
    public List<StepResult> run(StepContext context, StepOptions options) {
        context.cancellation().check();
        return Steps.all().stream()
                .map(step -> step.run(context, StepRequest.all(options)))
                .toList();
    }
}
