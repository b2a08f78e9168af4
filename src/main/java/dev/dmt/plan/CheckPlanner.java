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
            Rendering rendering = inputs.sourceTypes()
                    .parse(source.expressionSql(), draft.source())
                    .map(expression -> inputs.dialect().ddl().render(expression, draft.rendered()))
                    .orElse(new Rendering.Refused("its expression is not portable"));
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
