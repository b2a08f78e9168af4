package dev.dmt.cli;

import dev.dmt.report.TextTable;
import dev.dmt.step.StatusView;
import dev.dmt.step.StepContext;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dmt status}: what has been done. */
@Command(name = "status", description = "Says what has been done, from the checkpoint.")
final class StatusCommand implements Action {
    private static final long EVERY_MILLIS = 1_000;

    @Option(names = "--json", description = "Prints the status alone, as one JSON object.")
    boolean json;

    @Option(names = "--watch", description = "Prints anew every second until the run has come to its end.")
    boolean watch;

    @Override
    public Outcome perform(Session session) {
        StatusView status = session.withCheckpoint(context -> watch ? watch(session, context) : ask(session, context));
        return Outcome.of(json ? List.of(Documents.json(status)) : lines(status, session.width()), status);
    }

    private StatusView watch(Session session, StepContext context) {
        StatusView status = ask(session, context);
        while (status.run().filter(run -> unfinished(run.state())).isPresent()) {
            (json ? List.of(Documents.json(status)) : lines(status, session.width()))
                    .forEach(session.surroundings().out()::println);
            pause(session);
            status = ask(session, context);
        }
        return status;
    }

    private static StatusView ask(Session session, StepContext context) {
        return session.toolkit().inquiries().get().status(context);
    }

    private static boolean unfinished(StatusView.State state) {
        return state == StatusView.State.RUNNING || state == StatusView.State.WAITING;
    }

    private static void pause(Session session) {
        try {
            Thread.sleep(EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            session.cancellation().request("interrupted");
        }
        session.cancellation().check();
    }

    static List<String> lines(StatusView status, int width) {
        List<String> lines = new ArrayList<>();
        if (status.run().isEmpty()) {
            lines.add("no run yet");
        }
        status.run()
                .ifPresent(run -> lines.add("run " + run.id() + ": " + Words.of(run.state()) + ", " + run.source()
                        + " -> " + run.target()));
        status.refusal().ifPresent(refusal -> {
            lines.add(refusal.step() + " was refused: " + refusal.message());
            lines.add("what to do: " + refusal.next());
        });
        lines.add("checkpoint: " + status.checkpoint());
        TextTable steps = new TextTable("step", "state", "done>", "of>", "seconds>");
        status.steps()
                .forEach(step -> steps.row(
                        step.step(),
                        Words.of(step.state()),
                        StepTable.grouped(step.done()),
                        StepTable.grouped(step.total()),
                        String.valueOf(step.elapsed().toSeconds())));
        lines.addAll(status.steps().isEmpty() ? List.of() : steps.lines(width));
        TextTable units = new TextTable("unit", "state", "rows>", "of>");
        status.units()
                .forEach(unit -> units.row(
                        unit.unit(),
                        Words.of(unit.state()),
                        StepTable.grouped(unit.rows()),
                        unit.expectedRows() < 0 ? "" : StepTable.grouped(unit.expectedRows())));
        lines.addAll(status.units().isEmpty() ? List.of() : units.lines(width));
        return lines;
    }
}
