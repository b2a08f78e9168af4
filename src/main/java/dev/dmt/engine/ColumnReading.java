package dev.dmt.engine;

import dev.dmt.schema.LogicalType;
import java.util.List;

/**
 * How a column's values are read.
 *
 * @param form the engine's own name for the conversion ("as_is", "iso_text", "epoch_seconds", ...): kept in the plan, given
 *     back in {@link ColumnRead}
 * @param widened true where the type is wider than declared because the data demands it
 * @param notes what a person should know, one sentence each
 * @param misfits values that the policy must deal with; when it says fail, {@code problem} says what and where
 * @param problem why the plan must stop, empty if it need not
 */
public record ColumnReading(
        LogicalType type, String form, boolean widened, List<String> notes, long misfits, String problem) {
    public static final String OR_NULL = "_or_null";

    public ColumnReading {
        notes = List.copyOf(notes);
    }

    /** Whether values are read as NULL that are none in the source: the form's name then ends so. */
    public boolean makesNulls() {
        return form.endsWith(OR_NULL);
    }
}
