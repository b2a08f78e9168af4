package dev.dmt.plan;

import dev.dmt.engine.Ddl;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.TypeKind;
import java.util.function.Function;

/** The expressions of a source table in the target's words; where either side refuses, its reason. */
record Rendered(PlanInputs inputs, TableDraft draft) {
    Rendering value(String sql) {
        return render(sql, expression -> ddl().render(expression, draft.rendered()));
    }

    Rendering condition(String sql) {
        return render(sql, expression -> ddl().renderCondition(expression, draft.rendered()));
    }

    Rendering valueOf(LogicalType type, String sql) {
        return render(sql, expression -> valueOf(type, expression));
    }

    /** A result of floating point in a decimal column would be rounded by the target, in its own way. */
    private Rendering valueOf(LogicalType type, Expression expression) {
        return type.kind() == TypeKind.DECIMAL && !WholeArithmetic.holds(expression, draft.rendered())
                ? new Rendering.Refused("its result is a floating-point number, which a decimal would round")
                : ddl().renderValue(expression, draft.rendered(), type);
    }

    private Rendering render(String sql, Function<Expression, Rendering> rendering) {
        Parsed parsed = inputs.sourceTypes().parse(sql, draft.source());
        return parsed instanceof Parsed.Refused refused
                ? new Rendering.Refused(refused.reason())
                : rendering.apply(parsed.expression().orElseThrow());
    }

    private Ddl ddl() {
        return inputs.dialect().ddl();
    }
}
