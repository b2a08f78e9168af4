package dev.dmt.step;

import dev.dmt.engine.CheckFinding;
import dev.dmt.error.DmtException;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import java.util.List;
import java.util.Optional;

/** Which of the target's tables a run would refuse to touch: {@code dmt check} says so beforehand and touches nothing. */
final class TargetLook {
    private static final String SUBJECT = "target tables";

    private final StepContext context;

    TargetLook(StepContext context) {
        this.context = context;
    }

    /** What was confirmed is shown all the same: it is what a run with that yes would let go. */
    List<CheckFinding> findings(boolean confirmed) {
        if (context.targetSchemas().stream()
                .noneMatch(schema -> context.target().catalog().schemaExists(schema))) {
            return List.of(nothing());
        }
        MigrationPlan plan = context.survey().plan();
        List<CheckFinding> found = new Obstacles(context, plan, pending(plan))
                .refusals(false)
                .map(refusal -> finding(refusal, confirmed))
                .toList();
        return found.isEmpty() ? List.of(nothing()) : found;
    }

    /** The tables that the run which would be gone on with has not made itself. */
    private List<TablePlan> pending(MigrationPlan plan) {
        if (!context.runs().goesOn()) {
            return plan.tables();
        }
        // The ledger as it is: asked for by the context it would be created.
        CreatedTables created = CreatedTables.in(context.target().ledger(), context.runId());
        return plan.tables().stream().filter(table -> !created.contain(table)).toList();
    }

    private static CheckFinding nothing() {
        return CheckFinding.good(SUBJECT, "nothing is in the way of a run");
    }

    private static CheckFinding finding(DmtException refusal, boolean confirmed) {
        return new CheckFinding(
                SUBJECT,
                Optional.ofNullable(refusal.getMessage()).orElse(refusal.code().toString()),
                confirmed && Confirmation.wantedBy(refusal) ? Optional.empty() : Optional.of(refusal.code()),
                refusal.context().hint().orElse(""));
    }
}
