package dev.dmt.plan;

import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Check;
import dev.dmt.schema.Expression;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.LogicalType;
import java.util.ArrayList;
import java.util.List;

/** Decides which checks the target can hold in its own words. */
final class CheckPlanner {
    private final PlanInputs inputs;

    CheckPlanner(PlanInputs inputs) {
        this.inputs = inputs;
    }

    List<Check> plan(TableDraft draft, NameMap names) {
        List<Check> planned = new ArrayList<>(members(draft, names));
        for (Check source : draft.source().checks()) {
            Rendering rendering = new Rendered(inputs, draft, "check").condition(source.expressionSql());
            if (rendering instanceof Rendering.Sql sql) {
                String wanted = KeptName.or(source.name(), draft.targetName().name() + "_check");
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

    private boolean holdsMembers(LogicalType.Enumeration type) {
        return inputs.dialect().types().nativeType(type, ColumnUse.PLAIN).fidelity() == Fidelity.EXACT;
    }

    /** What an enumeration demands of its values, where the target's type does not. */
    private List<Check> members(TableDraft draft, NameMap names) {
        List<Check> planned = new ArrayList<>();
        for (ColumnPlan column : draft.moved()) {
            if (column.type() instanceof LogicalType.Enumeration type && !holdsMembers(type)) {
                Expression condition = new Expression.InList(
                        new Expression.ColumnReference(column.source()),
                        type.members().stream()
                                .<Expression>map(Expression.TextLiteral::new)
                                .toList(),
                        false);
                if (inputs.dialect().ddl().renderCondition(condition, draft.rendered()) instanceof Rendering.Sql sql) {
                    planned.add(new Check(
                            names.give(draft.targetName().name() + "_" + column.target() + "_check"), sql.text()));
                }
            }
        }
        return planned;
    }
}
