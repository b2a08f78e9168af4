package dev.dmt.plan;

import dev.dmt.engine.Ddl;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Expression;
import dev.dmt.schema.Parsed;
import java.util.function.Function;

/** The expressions of a source table in the target's words; where either side refuses, its reason. */
record Rendered(PlanInputs inputs, TableDraft draft) {
    Rendering value(String sql) {
        return render(sql, expression -> ddl().render(expression, draft.rendered()));
    }

    Rendering condition(String sql) {
        return render(sql, expression -> ddl().renderCondition(expression, draft.rendered()));
    }

    private Rendering render(String sql, Function<Expression, Rendering> rendering) {
        Parsed parsed = draft.ownNames().in(inputs.sourceTypes().parse(sql, draft.source()));
        return parsed instanceof Parsed.Refused refused
                ? new Rendering.Refused(refused.reason())
                : draft.demandedIn(parsed.expression().orElseThrow())
                        .<Rendering>map(Rendering.Refused::new)
                        .orElseGet(() -> rendering.apply(parsed.expression().orElseThrow()));
    }

    private Ddl ddl() {
        return inputs.dialect().ddl();
    }
}
