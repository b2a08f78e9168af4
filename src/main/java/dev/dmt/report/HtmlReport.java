package dev.dmt.report;

import dev.dmt.schema.Fidelity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The run's report as one HTML page that needs nothing else: no network, no fonts, no images. */
public final class HtmlReport {
    private static final int MOST_BARS = 12;

    private final Html page = new Html();
    private final RunReport report;

    private HtmlReport(RunReport report) {
        this.report = report;
    }

    public static String render(RunReport report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        String title = "Migration " + report.summary().runId();
        page.raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">")
                .element("title", "", title)
                .raw("<style>" + resource("report.css") + "</style></head><body><main>");
        head();
        cards();
        failures();
        charts();
        HtmlSections sections = new HtmlSections(page, report);
        sections.tables();
        sections.validation();
        sections.omissions();
        sections.rejects();
        sections.types();
        sections.steps();
        footer();
        return page.raw("</main><script>" + resource("report.js") + "</script></body></html>")
                .toString();
    }

    private void head() {
        RunReport.Summary summary = report.summary();
        page.raw("<header><p class=\"eyebrow\">dmt migration report</p>")
                .raw("<h1>" + Html.escape(summary.runId()) + " "
                        + Html.badgeOf(summary.status(), report.good() ? "good" : "bad") + "</h1>")
                .raw("<p class=\"route\"><code>" + Html.escape(summary.source())
                        + "</code> <span aria-label=\"to\">→</span> <code>" + Html.escape(summary.target())
                        + "</code></p>")
                .element("p", "quiet", when(summary) + ". " + summary.guarantee())
                .raw("</header>");
    }

    private static String when(RunReport.Summary summary) {
        String started = minute(summary.started().toString());
        return summary.finished()
                        .map(end -> started + " to " + minute(end.toString()))
                        .orElse(started) + " UTC";
    }

    private static String minute(String instant) {
        return instant.substring(0, Math.min(19, instant.length()))
                .replace('T', ' ')
                .replace("Z", "");
    }

    private void cards() {
        page.raw("<section class=\"cards\">");
        card(
                Quantities.exact(report.rows()),
                report.rejected() == 0 ? "rows" : "rows, " + Quantities.exact(report.rejected()) + " rejected",
                "");
        card(Quantities.exact(report.tables().size()), report.tables().size() == 1 ? "table" : "tables", "");
        card(Quantities.bytes(report.bytes()), "of data", "");
        card(Quantities.time(report.took()), "from start to end", "");
        long failed = report.failedValidations();
        String validated = report.validation().isEmpty() ? "not run" : failed == 0 ? "passed" : failed + " failed";
        card(validated, "validation", report.validation().isEmpty() ? "" : failed == 0 ? "good" : "bad");
        long lossy = report.columns(Fidelity.LOSSY);
        card(
                lossy == 0 ? "none" : Quantities.exact(lossy),
                lossy == 1 ? "lossy column" : "lossy columns",
                lossy == 0 ? "good" : "warn");
        page.raw("</section>");
    }

    private void card(String value, String label, String style) {
        page.raw("<div class=\"card\">")
                .element("span", ("figure " + style).strip(), value)
                .element("span", "caption", label)
                .raw("</div>");
    }

    private void failures() {
        if (report.failures().isEmpty()) {
            return;
        }
        page.raw("<section><h2>Failures</h2>");
        for (RunReport.FailureReport failure : report.failures()) {
            page.raw("<div class=\"failure\"><p><strong>" + Html.escape(failure.step()) + "</strong> "
                    + Html.badgeOf(failure.code(), "bad") + "</p>");
            page.element("p", "", failure.message());
            failure.hint().ifPresent(hint -> page.element("p", "hint", "What to do: " + hint));
            page.raw("</div>");
        }
        page.raw("</section>");
    }

    private void charts() {
        page.raw("<div class=\"pair\"><section><h2>Time per step</h2>");
        BarChart time = new BarChart();
        report.steps().stream()
                .filter(step -> !step.took().isZero())
                .forEach(step -> time.bar(step.step(), (double) step.took().toMillis(), Quantities.time(step.took())));
        time.render(page);
        List<RunReport.TableReport> longest = report.tables().stream()
                .filter(table -> table.rows() > 0)
                .sorted(Comparator.comparing(RunReport.TableReport::took).reversed())
                .limit(MOST_BARS)
                .toList();
        boolean all = longest.size()
                == report.tables().stream().filter(t -> t.rows() > 0).count();
        page.raw("</section><section><h2>Time per table" + (all ? "" : ", the longest") + "</h2>");
        BarChart tables = new BarChart();
        longest.forEach(
                table -> tables.bar(table.source(), (double) table.took().toMillis(), Quantities.time(table.took())));
        tables.render(page);
        page.raw("</section></div>");
    }

    private void footer() {
        page.raw("<footer>");
        report.summary().versions().forEach((name, version) -> page.element("span", "", name + " " + version));
        page.raw("</footer>");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
