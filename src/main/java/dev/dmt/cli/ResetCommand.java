package dev.dmt.cli;

import dev.dmt.step.ResetRequest;
import dev.dmt.step.ResetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dmt reset}: forgets on purpose. */
@Command(name = "reset", description = "Forgets that a step was done, so that it is done again.")
final class ResetCommand implements Action {
    @Parameters(paramLabel = "STEP", description = "The step to forget.")
    String step = "";

    @Mixin
    TableFlags tables = new TableFlags();

    @Override
    public Outcome perform(Session session) {
        KnownSteps.require(step, session.toolkit());
        ResetRequest request = new ResetRequest(step, tables.tables, session.flags().dryRun);
        ResetView reset =
                session.with(context -> session.toolkit().inquiries().get().reset(context, request));
        String verb = request.dryRun() ? "would forget " : "forgot ";
        List<String> lines = new ArrayList<>();
        reset.forgotten().forEach(name -> lines.add(verb + name));
        if (lines.isEmpty()) {
            lines.add("nothing to forget: " + step + " was not done");
        }
        return new Outcome(
                reset.forgotten().isEmpty(),
                Map.of("forgotten", (long) reset.forgotten().size()),
                lines,
                Optional.of(reset),
                Optional.empty());
    }
}
