package dev.dmt.cli;

import dev.dmt.step.Step;
import picocli.CommandLine.Model.CommandSpec;

/** {@code dmt step}: the parent of one command a step. */
final class StepParent {
    private StepParent() {}

    static CommandSpec spec(Toolkit toolkit) {
        CommandSpec spec = CommandSpec.create().name("step");
        spec.usageMessage().description("Runs one step. A step that finds its work done says so and exits 0.");
        spec.usageMessage().synopsisSubcommandLabel("STEP");
        for (Step step : toolkit.steps().get()) {
            spec.addSubcommand(step.name(), new StepCommand(step).spec());
        }
        return spec;
    }
}
