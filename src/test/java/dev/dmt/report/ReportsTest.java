package dev.dmt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportsTest {
    @Test
    void the_page_says_what_happened() throws IOException {
        String page = HtmlReport.render(SampleRun.good());
        Path folder = Files.createDirectories(Path.of("target", "sample-report"));
        Files.writeString(folder.resolve("good.html"), page);
        Files.writeString(folder.resolve("bad.html"), HtmlReport.render(SampleRun.bad()));
        Files.writeString(folder.resolve("bad.md"), MarkdownReport.render(SampleRun.bad()));
        assertThat(page)
                .contains("2026-11-21-nightly", "3,666,630", "timestamp with zone", "NUL characters are stripped")
                .contains("Views are not moved.", "prefers-color-scheme: dark", "viewport")
                .doesNotContain("Failures");
    }

    @Test
    void the_page_needs_nothing_from_elsewhere() {
        String page = HtmlReport.render(SampleRun.bad());
        assertThat(page).doesNotContain("http://", "https://", "@import", "url(", "src=", "<link");
    }

    @Test
    void nothing_that_came_from_outside_becomes_markup() {
        String page = HtmlReport.render(SampleRun.hostile());
        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(&#39;x&#39;)");
        assertThat(page.split("<script>", -1)).hasSize(2);
    }

    @Test
    void every_element_is_closed() {
        for (RunReport report :
                new RunReport[] {SampleRun.good(), SampleRun.bad(), SampleRun.hostile(), SampleRun.empty()}) {
            String page = HtmlReport.render(report);
            for (String tag :
                    new String[] {"section", "div", "table", "tr", "td", "th", "details", "p", "ul", "li", "svg", "span"
                    }) {
                assertThat(count(page, "<" + tag + "[ >]")).as(tag).isEqualTo(count(page, "</" + tag + ">"));
            }
        }
    }

    @Test
    void failures_come_with_what_to_do() {
        assertThat(HtmlReport.render(SampleRun.bad()))
                .contains(
                        "What to do: look at the rows below", "missing in target: id=41077", ".dmt/rejects/visits.csv");
        assertThat(MarkdownReport.render(SampleRun.bad()))
                .contains("## Failures", "What to do: look at the rows below", "  - missing in target: id=41077");
    }

    @Test
    void the_markdown_has_whole_tables() {
        String text = MarkdownReport.render(SampleRun.hostile());
        assertThat(text).doesNotContain("<script>").contains("&lt;script>alert('x')", "\\|\\`\\*\\_");
        for (RunReport report : new RunReport[] {SampleRun.good(), SampleRun.bad()}) {
            int columns = 0;
            for (String line : MarkdownReport.render(report).split("\n", -1)) {
                int cells = line.startsWith("|") ? line.split("(?<!\\\\)\\|", -1).length : 0;
                assertThat(columns == 0 || cells == 0 || cells == columns)
                        .as(line)
                        .isTrue();
                columns = cells;
            }
        }
    }

    @Test
    void a_run_without_anything_still_has_a_report() {
        assertThat(HtmlReport.render(SampleRun.empty())).contains("Not run.", "Nothing: all was carried over.");
        assertThat(MarkdownReport.render(SampleRun.empty())).contains("Not run.", "Nothing: all was carried over.");
    }

    private static int count(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }
}
