package dev.dmt.cli;

import dev.dmt.step.StepContext;
import dev.dmt.step.StepResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code dmt run}: all steps in one process. */
@Command(name = "run", description = "Runs all steps in order in one process; goes on where the last attempt stopped.")
final class RunCommand implements Action {
    @Override
    public Outcome perform(Session session) {
        return session.with(context -> session.flags().dryRun ? preview(session, context) : migrate(session, context));
    }

    private static Outcome preview(Session session, StepContext context) {
        return ExplainCommand.explain(session, context, List.of());
    }

    private static Outcome migrate(Session session, StepContext context) {
        List<StepResult> results = Confirming.run(
                session,
                session.stepOptions(),
                options -> session.toolkit().run().run(context, options));
        List<String> lines = new ArrayList<>(StepTable.lines(results, session.width()));
        lines.add("");
        lines.add("report: " + context.config().reportFolder());
        return outcome(results, lines);
    }

    static Outcome outcome(List<StepResult> results, List<String> lines) {
        Map<String, Long> counts = new LinkedHashMap<>();
        results.forEach(result -> result.counts().forEach((name, count) -> counts.merge(name, count, Math::max)));
        boolean noop = results.stream().allMatch(StepResult::noop);
        return new Outcome(noop, counts, lines, Optional.of(results), Optional.empty());
    }
}
