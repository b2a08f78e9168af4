package dev.dmt.step;

import dev.dmt.checkpoint.RunDocument;
import dev.dmt.checkpoint.WorkStatus;
import dev.dmt.config.EngineName;
import dev.dmt.engine.SharedSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers from the checkpoint and the databases. */
final class Answers implements Inquiries {
    @Override
    public StatusView status(StepContext context) {
        return new StatusAnswer(context).view();
    }

    @Override
    public List<RunView> history(StepContext context) {
        List<RunView> runs = new ArrayList<>();
        status(context).run().ifPresent(runs::add);
        for (String archived : context.store().archives()) {
            context.store()
                    .archived(archived)
                    .read(Documents.RUN, RunDocument.class)
                    .ifPresent(run -> runs.add(view(run, rows(context.store().archived(archived)))));
        }
        runs.sort(Comparator.comparing(run -> run.started().orElseThrow(), Comparator.reverseOrder()));
        return runs;
    }

    @Override
    public UnitsView units(StepContext context, UnitsView.LaneName lane) {
        return UnitsAnswer.of(
                context.requirePlan(), lane, context.config().migration().maxUnits());
    }

    @Override
    public CheckView check(StepContext context, CheckRequest request) {
        return new CheckAnswer(context, request).view();
    }

    @Override
    public ExplainView explain(StepContext context, List<String> tables) {
        return new ExplainAnswer(context).view(tables);
    }

    @Override
    public ResetView reset(StepContext context, ResetRequest request) {
        return new ResetAnswer(context).reset(request);
    }

    @Override
    public void holdSnapshot(StepContext context, Consumer<SharedSnapshot> ready) {
        new SnapshotHold(context).run(ready);
    }

    @Override
    public Optional<String> keepServer(StepContext context) {
        boolean embedded = context.config().target().path().isPresent()
                && context.config().target().type() != EngineName.SQLITE;
        return embedded ? Optional.of(context.target().keepRunning()) : Optional.empty();
    }

    static RunView view(RunDocument run, long rows) {
        return new RunView(
                run.runId(),
                state(run.status()),
                Optional.of(run.startedAt()),
                run.finishedAt(),
                rows,
                run.source(),
                run.target());
    }

    static long rows(dev.dmt.checkpoint.CheckpointStore store) {
        return TransferRecord.of(store).rowsWritten();
    }

    static StatusView.State state(WorkStatus status) {
        return switch (status) {
            case RUNNING -> StatusView.State.RUNNING;
            case DONE -> StatusView.State.DONE;
            case REFUSED -> StatusView.State.REFUSED;
            case FAILED, CANCELLED -> StatusView.State.FAILED;
        };
    }
}
