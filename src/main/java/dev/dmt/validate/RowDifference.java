package dev.dmt.validate;

import java.util.List;

/**
 * A row that is not the same on both sides.
 *
 * @param key the row's key ("id=7"), or the head of its hash where the table has no key
 * @param columns for {@link Kind#DIFFERENT} the columns that differ, by their target names
 * @param values the same columns' values, as "column: source | target", only where values may be shown
 */
public record RowDifference(Kind kind, String key, List<String> columns, List<String> values) {
    /** What is wrong with the row. */
    public enum Kind {
        MISSING_IN_TARGET,
        EXTRA_IN_TARGET,
        DIFFERENT
    }

    public RowDifference {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
    }

    /** The difference in one line. */
    public String describe() {
        return switch (kind) {
            case MISSING_IN_TARGET -> "row " + key + " is missing in the target";
            case EXTRA_IN_TARGET -> "row " + key + " is in the target only";
            case DIFFERENT ->
                "row " + key + " differs in " + String.join(", ", columns)
                        + (values.isEmpty() ? "" : " (" + String.join("; ", values) + ")");
        };
    }
}
