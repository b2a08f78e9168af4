package dev.dmt.cli;

import dev.dmt.step.Inquiries;
import dev.dmt.step.Orchestrator;
import dev.dmt.step.Step;
import dev.dmt.step.StepContext;
import dev.dmt.step.StepOptions;
import dev.dmt.step.StepResult;
import dev.dmt.step.Steps;
import java.util.List;
import java.util.function.Supplier;

/**
 * What commands call. Everything is asked for only when a command needs it: help and version must be quick.
 *
 * @param run all steps in order
 */
record Toolkit(ConfigSource configs, Supplier<List<Step>> steps, FullRun run, Supplier<Inquiries> inquiries) {
    /** Runs all steps in order. */
    interface FullRun {
        List<StepResult> run(StepContext context, StepOptions options);
    }

    static Toolkit standard() {
        return new Toolkit(
                ConfigSource.STANDARD,
                Steps::all,
                (context, options) -> new Orchestrator().run(context, options),
                Inquiries::standard);
    }
}
