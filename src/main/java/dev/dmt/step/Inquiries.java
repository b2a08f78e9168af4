package dev.dmt.step;

import dev.dmt.engine.SharedSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The questions that a person or an orchestrator asks beside running steps. None but {@link #reset} changes a run. */
public interface Inquiries {
    /** What has been done, from the checkpoint alone: no database is opened. */
    StatusView status(StepContext context);

    /** The runs of this checkpoint, the newest first. */
    List<RunView> history(StepContext context);

    /** What to schedule, from the plan; the same answer as long as the plan stands. */
    UnitsView units(StepContext context, UnitsView.LaneName lane);

    /** Looks at config, reachability, versions, privileges, space and emptiness. Findings fail, the call does not. */
    CheckView check(StepContext context, CheckRequest request);

    /** What would be done, for the tables that match (all where none is named); touches neither disk nor target. */
    ExplainView explain(StepContext context, List<String> tables);

    /** Forgets a step on purpose, in the checkpoint and in the ledger. */
    ResetView reset(StepContext context, ResetRequest request);

    /** Keeps one state of the source for steps in other processes, and returns when the work is to stop. */
    void holdSnapshot(StepContext context, Consumer<SharedSnapshot> ready);

    /** Keeps an embedded target's server up after this process and gives its URL; empty for any other target. */
    Optional<String> keepServer(StepContext context);

    /** The answers from the checkpoint and the databases. */
    static Inquiries standard() {
        return new Answers();
    }
}
