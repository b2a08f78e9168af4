package dev.dmt.transfer;

import dev.dmt.error.DmtException;
import java.util.List;
import java.util.Map;

/** What became of many units: results in the order given, failures by unit. */
public record PoolResult(List<UnitResult> results, Map<String, DmtException> failures) {
    public PoolResult {
        results = List.copyOf(results);
        failures = Map.copyOf(failures);
    }
}
