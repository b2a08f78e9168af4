package dev.dmt.report;

import dev.dmt.report.Html.Cell;
import dev.dmt.schema.Fidelity;
import java.util.List;
import java.util.Locale;

/** The tables of the HTML report. */
final class HtmlSections {
    private final Html page;
    private final RunReport report;

    HtmlSections(Html page, RunReport report) {
        this.page = page;
        this.report = report;
    }

    void tables() {
        open("Tables");
        page.table(
                List.of("Table", "In the target", "Rows>", "Size>", "Time>", "Rows/s>"),
                report.tables().stream()
                        .map(table -> List.of(
                                Cell.text(table.source()),
                                Cell.code(table.target()),
                                Cell.number(Quantities.exact(table.rows()), table.rows()),
                                Cell.number(Quantities.bytes(table.bytes()), table.bytes()),
                                Cell.number(
                                        Quantities.time(table.took()),
                                        table.took().toMillis()),
                                Cell.number(Quantities.brief(table.rowsPerSecond()), table.rowsPerSecond())))
                        .toList());
        close();
    }

    void validation() {
        open("Validation");
        if (report.validation().isEmpty()) {
            page.element("p", "quiet", "Not run.");
        } else {
            if (!report.isChecksummed()) {
                page.element("p", "quiet", RunReport.NO_CHECKSUM);
            }
            List<String> columns = List.of("Table", "Result", "Source rows>", "Target rows>", "Checksum");
            page.table(
                    report.isChecksummed() ? columns : columns.subList(0, 4),
                    report.validation().stream()
                            .map(HtmlSections::validationRow)
                            .map(row -> report.isChecksummed() ? row : row.subList(0, 4))
                            .toList());
            report.validation().stream()
                    .filter(result -> !result.findings().isEmpty())
                    .forEach(this::findings);
        }
        close();
    }

    private static List<Cell> validationRow(RunReport.ValidationResult result) {
        return List.of(
                Cell.text(result.table()),
                result.passed() ? Cell.badge("passed", "good") : Cell.badge("failed", "bad"),
                Cell.number(Quantities.exact(result.sourceRows()), result.sourceRows()),
                Cell.number(Quantities.exact(result.targetRows()), result.targetRows()),
                Cell.code(result.checksum().orElse("")));
    }

    private void findings(RunReport.ValidationResult result) {
        page.raw("<div class=\"failure\"><p><strong>" + Html.escape(result.table()) + "</strong></p><ul>");
        result.findings().forEach(finding -> page.element("li", "", finding));
        page.raw("</ul>");
        if (!result.differences().isEmpty()) {
            page.raw("<ul class=\"rows\">");
            result.differences().forEach(difference -> page.element("li", "", difference));
            page.raw("</ul>");
        }
        page.raw("</div>");
    }

    void omissions() {
        open("Not carried over");
        if (report.omissions().isEmpty()) {
            page.element("p", "quiet", "Nothing: all was carried over.");
        } else {
            page.table(
                    List.of("What", "Table", "Name", "Reason", "What to do"),
                    report.omissions().stream()
                            .map(omission -> List.of(
                                    Cell.text(omission.kind()),
                                    Cell.text(omission.table()),
                                    Cell.code(omission.name()),
                                    Cell.text(omission.reason()),
                                    Cell.text(omission.remedy())))
                            .toList());
        }
        close();
    }

    void rejects() {
        if (report.rejects().isEmpty()) {
            return;
        }
        open("Rejected rows");
        page.table(
                List.of("Table", "Rows>", "File"),
                report.rejects().stream()
                        .map(reject -> List.of(
                                Cell.text(reject.table()),
                                Cell.number(Quantities.exact(reject.rows()), reject.rows()),
                                Cell.code(reject.file())))
                        .toList());
        close();
    }

    void types() {
        open("Types");
        page.element(
                "p",
                "quiet",
                Quantities.exact(report.columns(Fidelity.EXACT)) + " columns exact, " + report.columns(Fidelity.WIDENED)
                        + " widened, " + report.columns(Fidelity.LOSSY) + " lossy.");
        report.tables().forEach(this::typesOf);
        close();
    }

    private void typesOf(RunReport.TableReport table) {
        long notable = table.columns().stream()
                .filter(column -> column.fidelity() != Fidelity.EXACT)
                .count();
        String count = table.columns().size() + (table.columns().size() == 1 ? " column" : " columns");
        page.raw("<details" + (notable > 0 ? " open" : "") + "><summary>" + Html.escape(table.source())
                + " <span class=\"quiet\">" + count + "</span>"
                + (notable > 0 ? " " + Html.badgeOf(notable + " not exact", "warn") : "") + "</summary>");
        page.table(
                List.of("Column", "Declared", "Understood as", "Created as", "Fidelity", "Notes"),
                table.columns().stream().map(HtmlSections::column).toList());
        page.raw("</details>");
    }

    private static List<Cell> column(RunReport.ColumnReport column) {
        String name =
                column.source().equals(column.target()) ? column.source() : column.source() + " → " + column.target();
        String style = switch (column.fidelity()) {
            case EXACT -> "good";
            case WIDENED -> "info";
            case LOSSY -> "warn";
            case REFUSED -> "bad";
        };
        return List.of(
                Cell.text(name),
                Cell.code(column.sourceType()),
                Cell.code(column.logicalType()),
                Cell.code(column.targetType()),
                Cell.badge(column.fidelity().name().toLowerCase(Locale.ROOT), style),
                Cell.text(String.join(" ", column.notes())));
    }

    void steps() {
        open("Steps");
        page.table(
                List.of("Step", "Status", "Time>", "Note"),
                report.steps().stream()
                        .map(step -> List.of(
                                Cell.text(step.step()),
                                Cell.badge(step.status(), statusStyle(step.status())),
                                Cell.number(
                                        Quantities.time(step.took()),
                                        step.took().toMillis()),
                                Cell.text(step.note())))
                        .toList());
        close();
    }

    private static String statusStyle(String status) {
        return switch (status) {
            case "done" -> "good";
            case "failed" -> "bad";
            default -> "info";
        };
    }

    private void open(String title) {
        page.raw("<section>").element("h2", "", title);
    }

    private void close() {
        page.raw("</section>");
    }
}
