package dev.dmt.step;

import java.util.List;

/**
 * What a caller asks of a step.
 *
 * @param tables globs over source table names; empty means all
 * @param units unit ids ("orders.p03"), for transfer, export and load; empty means all
 * @param dryRun say what would be done and touch nothing
 * @param options what is particular to one step
 */
public record StepRequest(List<String> tables, List<String> units, boolean dryRun, StepOptions options) {
    public StepRequest {
        tables = List.copyOf(tables);
        units = List.copyOf(units);
    }

    public static StepRequest all(StepOptions options) {
        return new StepRequest(List.of(), List.of(), false, options);
    }
}
