package dev.dmt.plan;

import dev.dmt.schema.Fidelity;
import dev.dmt.schema.LogicalType;
import java.util.List;

/**
 * One column's way from source to target. Generated columns are not moved and have none.
 *
 * @param declared the type as the source declares it
 */
public record ColumnPlan(
        String source,
        String target,
        String declared,
        LogicalType type,
        String form,
        String nativeType,
        Fidelity fidelity,
        List<String> notes) {
    public ColumnPlan {
        notes = List.copyOf(notes);
    }
}
