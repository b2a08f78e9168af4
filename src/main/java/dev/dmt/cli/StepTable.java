package dev.dmt.cli;

import dev.dmt.report.TextTable;
import dev.dmt.step.StepResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What steps did, for a person. */
final class StepTable {
    private StepTable() {}

    static String summary(StepResult result) {
        String counts = counts(result.counts());
        return result.step() + ": " + (result.noop() ? "already done" : "done")
                + (counts.isEmpty() ? "" : ", " + counts);
    }

    static List<String> lines(List<StepResult> results, int width) {
        TextTable table = new TextTable("step", "rows>", "seconds>", "what");
        for (StepResult result : results) {
            Long rows = result.counts().get("rows");
            table.row(
                    result.step(),
                    rows == null ? "" : grouped(rows),
                    String.format(Locale.ROOT, "%.1f", result.elapsed().toMillis() / 1000.0),
                    what(result));
        }
        return table.lines(width);
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String what(StepResult result) {
        Map<String, Long> others = new LinkedHashMap<>(result.counts());
        others.remove("rows");
        String counts = counts(others);
        return result.noop() ? "already done" + (counts.isEmpty() ? "" : ", " + counts) : counts;
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> grouped(count.getValue()) + " " + count.getKey().replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
