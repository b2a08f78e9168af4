package dev.dmt.step;

import dev.dmt.engine.Advance;
import dev.dmt.engine.Ledger;
import dev.dmt.engine.LedgerRow;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.PlanMark;
import dev.dmt.plan.TablePlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables that this run has created, by the ledger, each with the mark of the plan it was created by. */
record CreatedTables(String runId, Map<String, Optional<String>> marks) {
    static CreatedTables of(StepContext context) {
        return in(context.ledger(), context.runId());
    }

    static CreatedTables in(Ledger ledger, String runId) {
        return new CreatedTables(
                runId,
                ledger.list(runId).stream()
                        .filter(LedgerRow::done)
                        .filter(row -> row.unit().startsWith(CreateTablesStep.NAME + "/"))
                        .collect(Collectors.toMap(LedgerRow::unit, LedgerRow::watermark)));
    }

    /** How the ledger row of a created table ends: with the mark of its plan. */
    static Advance completed(TablePlan table) {
        return new Advance(0, Optional.of(PlanMark.of(table)), 0, 0, true);
    }

    boolean contain(TablePlan table) {
        return marks.containsKey(unit(table));
    }

    /** Refuses a plan that was edited or made anew after the target's tables had been created by another. */
    void requireSamePlan(List<TablePlan> tables) {
        List<String> others = tables.stream()
                .filter(this::contain)
                .filter(table -> marks.getOrDefault(unit(table), Optional.empty())
                        .filter(mark -> !mark.equals(PlanMark.of(table)))
                        .isPresent())
                .map(table -> table.source().toString())
                .toList();
        if (!others.isEmpty()) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "the plan is not the one by which run " + runId + " began to load " + String.join(", ", others),
                    ErrorContext.at("document", "plan")
                            .withHint("put the earlier plan.yaml back; or dmt reset create-tables, and load these"
                                    + " tables anew"));
        }
    }

    private static String unit(TablePlan table) {
        return CreateTablesStep.NAME + "/" + table.source();
    }
}
