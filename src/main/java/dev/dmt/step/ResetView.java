package dev.dmt.step;

import java.util.List;

/** What was forgotten: document and unit names. */
public record ResetView(String step, List<String> forgotten) {
    public ResetView {
        forgotten = List.copyOf(forgotten);
    }
}
