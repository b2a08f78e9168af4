package dev.dmt.report;

import dev.dmt.schema.Fidelity;
import dev.dmt.schema.Omission;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The run's report as Markdown: readable as it is, and in any viewer. */
public final class MarkdownReport {
    private final StringBuilder out = new StringBuilder();
    private final RunReport report;

    private MarkdownReport(RunReport report) {
        this.report = report;
    }

    public static String render(RunReport report) {
        MarkdownReport page = new MarkdownReport(report);
        page.head();
        page.failures();
        page.steps();
        page.tables();
        page.validation();
        page.omissions();
        page.rejects();
        page.columns();
        return page.out.toString();
    }

    private void head() {
        RunReport.Summary summary = report.summary();
        line("# Migration report: " + text(summary.runId()));
        line("");
        row("", "");
        row("---", "---");
        row("Status", summary.status());
        row("Source", summary.source());
        row("Target", summary.target());
        row("Started", summary.started().truncatedTo(ChronoUnit.SECONDS).toString());
        summary.finished()
                .ifPresent(end ->
                        row("Finished", end.truncatedTo(ChronoUnit.SECONDS).toString()));
        row("Took", Quantities.time(report.took()));
        row("Tables", Quantities.exact(report.tables().size()));
        row("Rows", Quantities.exact(report.rows()));
        row("Bytes", Quantities.bytes(report.bytes()));
        row("Consistency", summary.guarantee());
        summary.versions().forEach(this::row);
    }

    private void failures() {
        if (report.failures().isEmpty()) {
            return;
        }
        section("Failures");
        for (RunReport.FailureReport failure : report.failures()) {
            line("- **" + text(failure.step()) + "** (" + text(failure.code()) + "): " + text(failure.message())
                    + failure.hint().map(hint -> " What to do: " + text(hint)).orElse(""));
        }
    }

    private void steps() {
        section("Steps");
        row("Step", "Status", "Time", "Note");
        row("---", "---", "---:", "---");
        for (RunReport.StepReport step : report.steps()) {
            row(step.step(), step.status(), Quantities.time(step.took()), step.note());
        }
    }

    private void tables() {
        section("Tables");
        row("Source", "Target", "Rows", "Bytes", "Time", "Rows/s");
        row("---", "---", "---:", "---:", "---:", "---:");
        for (RunReport.TableReport table : report.tables()) {
            row(
                    table.source(),
                    table.target(),
                    Quantities.exact(table.rows()),
                    Quantities.bytes(table.bytes()),
                    Quantities.time(table.took()),
                    Quantities.exact(Math.round(table.rowsPerSecond())));
        }
    }

    private void validation() {
        section("Validation");
        if (report.validation().isEmpty()) {
            line("Not run.");
            return;
        }
        if (!report.isChecksummed()) {
            line(RunReport.NO_CHECKSUM);
            line("");
        }
        row("Table", "Result", "Source rows", "Target rows", "Checksum");
        row("---", "---", "---:", "---:", "---");
        for (RunReport.ValidationResult result : report.validation()) {
            row(
                    result.table(),
                    result.passed() ? "passed" : "FAILED",
                    Quantities.exact(result.sourceRows()),
                    Quantities.exact(result.targetRows()),
                    result.checksum().orElse(""));
        }
        for (RunReport.ValidationResult result : report.validation()) {
            if (!result.findings().isEmpty() || !result.differences().isEmpty()) {
                line("");
                line("**" + text(result.table()) + "**");
                line("");
                result.findings().forEach(finding -> line("- " + text(finding)));
                result.differences().forEach(difference -> line("  - " + text(difference)));
            }
        }
    }

    private void omissions() {
        section("Not carried over");
        if (report.omissions().isEmpty()) {
            line("Nothing: all was carried over.");
            return;
        }
        row("What", "Table", "Name", "Reason", "What to do");
        row("---", "---", "---", "---", "---");
        for (Omission omission : report.omissions()) {
            row(omission.kind(), omission.table(), omission.name(), omission.reason(), omission.remedy());
        }
    }

    private void rejects() {
        if (report.rejects().isEmpty()) {
            return;
        }
        section("Rejected rows");
        row("Table", "Rows", "File");
        row("---", "---:", "---");
        for (RunReport.RejectReport reject : report.rejects()) {
            row(reject.table(), Quantities.exact(reject.rows()), reject.file());
        }
    }

    private void columns() {
        section("Types");
        line(Quantities.exact(report.columns(Fidelity.EXACT)) + " columns exact, " + report.columns(Fidelity.WIDENED)
                + " widened, " + report.columns(Fidelity.LOSSY) + " lossy.");
        for (RunReport.TableReport table : report.tables()) {
            line("");
            line("### " + text(table.source()));
            line("");
            row("Column", "Declared", "Understood as", "Created as", "Fidelity", "Notes");
            row("---", "---", "---", "---", "---", "---");
            for (RunReport.ColumnReport column : table.columns()) {
                String name = column.source().equals(column.target())
                        ? column.source()
                        : column.source() + " → " + column.target();
                String fidelity = column.fidelity().name().toLowerCase(Locale.ROOT);
                row(
                        name,
                        column.sourceType(),
                        column.logicalType(),
                        column.targetType(),
                        fidelity,
                        String.join(" ", column.notes()));
            }
        }
    }

    private void section(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void row(String... cells) {
        line("| "
                + String.join(
                        " | ", List.of(cells).stream().map(MarkdownReport::text).toList()) + " |");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** On one line, with what Markdown or HTML would take as markup escaped; a rule's dashes stay. */
    private static String text(String raw) {
        String oneLine = raw.replaceAll("\\s*[\\r\\n]+\\s*", " ");
        return oneLine.matches("-+:?")
                ? oneLine
                : oneLine.replaceAll("([\\\\`*\\[\\]|#]|(?<!\\w)_|_(?!\\w))", "\\\\$1")
                        .replace("<", "&lt;");
    }
}
