package dev.dmt.cli;

import dev.dmt.report.TextTable;
import dev.dmt.step.RunView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dmt history}: past runs. */
@Command(name = "history", description = "Lists the runs of this checkpoint, the newest first.")
final class HistoryCommand implements Action {
    @Option(names = "--json", description = "Prints the runs alone, as one JSON list.")
    boolean json;

    @Override
    public Outcome perform(Session session) {
        List<RunView> runs = session.withCheckpoint(
                context -> session.toolkit().inquiries().get().history(context));
        return Outcome.of(json ? List.of(Documents.json(runs)) : lines(runs, session.width()), runs);
    }

    private static List<String> lines(List<RunView> runs, int width) {
        if (runs.isEmpty()) {
            return List.of("no run yet");
        }
        TextTable table = new TextTable("run", "state", "started", "finished", "rows>");
        runs.forEach(run -> table.row(
                run.id(),
                Words.of(run.state()),
                run.started().map(Object::toString).orElse(""),
                run.finished().map(Object::toString).orElse(""),
                StepTable.grouped(run.rows())));
        return table.lines(width);
    }
}
