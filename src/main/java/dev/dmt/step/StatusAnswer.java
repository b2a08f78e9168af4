package dev.dmt.step;

import dev.dmt.checkpoint.CheckpointStore;
import dev.dmt.checkpoint.StepDocument;
import dev.dmt.checkpoint.UnitDocument;
import dev.dmt.config.DmtConfig;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.plan.UnitPlan;
import dev.dmt.step.StatusView.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far a run has come, from the checkpoint alone. */
final class StatusAnswer {
    private final DmtConfig config;
    private final CheckpointStore store;
    private final RunRegister runs;
    private final Clock clock = Clock.systemUTC();

    StatusAnswer(StepContext context) {
        this.config = context.config();
        this.store = context.store();
        this.runs = context.runs();
    }

    StatusView view() {
        Optional<MigrationPlan> plan = store.read(Documents.PLAN, MigrationPlan.class);
        List<StatusView.UnitStatus> units = plan.map(this::units).orElse(List.of());
        List<StatusView.StepStatus> steps = new ArrayList<>();
        for (Step step : Steps.wanted(config)) {
            steps.add(step.name().equals(UnitStep.TRANSFER) ? transfer(units) : status(step.name()));
        }
        long rows = units.stream().mapToLong(StatusView.UnitStatus::rows).sum();
        Optional<Refusal> refusal = Refusal.in(store);
        State halted = refusal.isPresent() ? State.REFUSED : State.FAILED;
        return new StatusView(
                runs.current()
                        .map(run -> Answers.view(run, rows))
                        .map(run -> run.state() == State.RUNNING && stopped(steps) ? run.halted(halted) : run),
                steps,
                units,
                refusal,
                store.locate(Documents.RUN));
    }

    /** True where a step failed or was refused and nothing goes on; a killed step is still on record as running, and is left at that. */
    private static boolean stopped(List<StatusView.StepStatus> steps) {
        return steps.stream().anyMatch(step -> step.state() == State.FAILED || step.state() == State.REFUSED)
                && steps.stream().noneMatch(step -> step.state() == State.RUNNING);
    }

    private List<StatusView.UnitStatus> units(MigrationPlan plan) {
        TransferRecord record = TransferRecord.of(store);
        List<StatusView.UnitStatus> statuses = new ArrayList<>();
        for (TablePlan table : plan.tables()) {
            for (UnitPlan unit : table.units()) {
                long expected = table.units().size() == 1 ? table.rows() : -1;
                statuses.add(record.unit(unit.id())
                        .map(document -> started(document, expected))
                        .orElse(new StatusView.UnitStatus(unit.id(), State.WAITING, 0, expected, Optional.empty())));
            }
        }
        return statuses;
    }

    private static StatusView.UnitStatus started(UnitDocument document, long expected) {
        return new StatusView.UnitStatus(
                document.unit(),
                Answers.state(document.status()),
                document.rowsWritten(),
                expected,
                document.finishedAt().or(() -> Optional.of(document.startedAt())));
    }

    private StatusView.StepStatus transfer(List<StatusView.UnitStatus> units) {
        long done = units.stream().filter(unit -> unit.state() == State.DONE).count();
        boolean failed = units.stream().anyMatch(unit -> unit.state() == State.FAILED);
        boolean begun = units.stream().anyMatch(unit -> unit.state() != State.WAITING);
        State state = State.WAITING;
        if (!units.isEmpty() && done == units.size()) {
            state = State.DONE;
        } else if (failed) {
            state = State.FAILED;
        } else if (begun) {
            state = State.RUNNING;
        }
        return new StatusView.StepStatus(UnitStep.TRANSFER, state, done, units.size(), elapsed(UnitStep.TRANSFER));
    }

    private StatusView.StepStatus status(String step) {
        List<StepDocument> documents = Refusal.documents(store, step);
        long done = documents.stream()
                .filter(document -> Answers.state(document.status()) == State.DONE)
                .count();
        State state = documents.stream()
                .map(document -> Answers.state(document.status()))
                .filter(s -> s != State.DONE)
                .findFirst()
                .orElse(documents.isEmpty() ? State.WAITING : State.DONE);
        return new StatusView.StepStatus(step, state, done, documents.size(), elapsed(step));
    }

    private Duration elapsed(String step) {
        return store.read(Documents.step(step), StepDocument.class)
                .map(document -> Duration.between(
                        document.startedAt(), document.finishedAt().orElse(Instant.now(clock))))
                .orElse(Duration.ZERO);
    }
}
