package dev.dmt.step;

import dev.dmt.checkpoint.StepDocument;
import dev.dmt.checkpoint.WorkStatus;
import dev.dmt.report.HtmlReport;
import dev.dmt.report.MarkdownReport;
import dev.dmt.report.RunReport;
import dev.dmt.storage.DurableFile;
import dev.dmt.storage.StorageFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the run's report as Markdown and HTML, and ends the run if all of it is done. */
final class ReportStep implements Step {
    static final String NAME = "report";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "write the run's report (Markdown and HTML) and end the run; --cleanup drops the ledger and the shards";
    }

    @Override
    public boolean takesTables() {
        return false;
    }

    @Override
    public StepResult run(StepContext context, StepRequest request) {
        Path folder = context.config().reportFolder();
        List<Path> files = List.of(folder.resolve("report.md"), folder.resolve("report.html"));
        if (request.dryRun()) {
            return new StepResult(
                    NAME,
                    false,
                    Map.of(),
                    files.stream().map(file -> "write " + file).toList());
        }
        context.runs().require();
        return context.recordedAlways(NAME, request, () -> write(context, request, files));
    }

    private static StepResult write(StepContext context, StepRequest request, List<Path> files) {
        List<String> open = unfinished(context);
        if (open.isEmpty()) {
            context.runs().finish();
        }
        RunReport report = new ReportSource(context).report();
        write(files.get(0), MarkdownReport.render(report));
        write(files.get(1), HtmlReport.render(report));
        if (request.options().cleanup()) {
            new Cleanup(context).all(open);
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("tables", (long) report.tables().size());
        counts.put("rows", report.rows());
        counts.put("omissions", (long) report.omissions().size());
        List<String> lines = new ArrayList<>();
        files.forEach(file -> lines.add("report: " + file));
        open.forEach(step -> lines.add("not done: " + step));
        return new StepResult(NAME, false, counts, lines);
    }

    /** The steps that keep the run from being finished. */
    private static List<String> unfinished(StepContext context) {
        StatusView status = new StatusAnswer(context).view();
        return status.steps().stream()
                .filter(step -> !step.step().equals(NAME))
                .filter(step -> step.state() != StatusView.State.DONE)
                .map(StatusView.StepStatus::step)
                .filter(step -> !isDoneAsWhole(context, step))
                .toList();
    }

    /** A transfer of nothing has no units but its own record. */
    private static boolean isDoneAsWhole(StepContext context, String step) {
        Optional<StepDocument> document = context.store().read(Documents.step(step), StepDocument.class);
        return document.filter(d -> d.status() == WorkStatus.DONE).isPresent()
                && step.equals(UnitStep.TRANSFER)
                && context.requirePlan().tables().isEmpty();
    }

    private static void write(Path file, String text) {
        try {
            DurableFile.write(file, text.getBytes(StandardCharsets.UTF_8), NAME);
        } catch (IOException e) {
            throw StorageFailure.of("writing the report", file, e);
        }
    }
}
