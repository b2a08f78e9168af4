package dev.dmt.plan;

import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;

/** What the plan makes of a default for a column's type, for tests of other rooms. */
public final class DefaultFitting {
    private DefaultFitting() {}

    public static Expression fit(Expression expression, LogicalType type) {
        return DefaultValue.fit(expression, type, "declared").expression().orElseThrow();
    }
}
