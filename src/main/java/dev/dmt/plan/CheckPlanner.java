package dev.dmt.plan;

import dev.dmt.engine.Rendering;
import dev.dmt.schema.Check;
import java.util.ArrayList;
import java.util.List;

/** Decides which checks the target can hold in its own words. */
final class CheckPlanner {
    private final PlanInputs inputs;

    CheckPlanner(PlanInputs inputs) {
        this.inputs = inputs;
    }

    List<Check> plan(TableDraft draft, NameMap names) {
        List<Check> planned = new ArrayList<>();
        for (Check source : draft.source().checks()) {
            Rendering rendering = new Rendered(inputs, draft, "check").condition(source.expressionSql());
            if (rendering instanceof Rendering.Sql sql) {
                String wanted = source.name().isEmpty() ? draft.targetName().name() + "_check" : source.name();
                planned.add(new Check(names.give(wanted), sql.text()));
            } else {
                draft.omit(
                        "check",
                        source.expressionSql(),
                        ((Rendering.Refused) rendering).reason(),
                        "write it in the target's dialect afterwards");
            }
        }
        return planned;
    }
}
