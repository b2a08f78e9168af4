package dev.dmt.step;

import java.util.List;

/** Which step to forget, for which tables (globs; all where none is named). */
public record ResetRequest(String step, List<String> tables, boolean dryRun) {
    public ResetRequest {
        tables = List.copyOf(tables);
    }
}
