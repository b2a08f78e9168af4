package dev.dmt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final HandClock clock = new HandClock();

    @Test
    void a_terminal_shows_a_bar_per_unit_and_a_total() {
        Progress progress = new TerminalProgress(out, 100, clock);
        progress.begin("orders", 1_000);
        progress.begin("visits.p03", -1);
        clock.pass(Duration.ofSeconds(2));
        progress.advance("orders", 250, 1_024);
        assertThat(lastFrame())
                .containsExactly(
                        "orders      " + "█".repeat(10) + "·".repeat(30) + "  25 %"
                                + "  250 / 1.00 k rows  125/s  6.00 s left",
                        "visits.p03  0 rows  0/s",
                        "0 of 2 units done, 250 rows, 1.00 KiB in 2.00 s, 125 rows/s");
    }

    @Test
    void frames_replace_each_other_and_vanish_at_the_end() {
        Progress progress = new TerminalProgress(out, 80, clock);
        progress.begin("a", 10);
        clock.pass(Duration.ofSeconds(1));
        progress.advance("a", 5, 5);
        assertThat(text()).contains("\u001b[2A\r\u001b[J");
        bytes.reset();
        progress.end("a");
        assertThat(text()).isEqualTo("\u001b[2A\r\u001b[J");
    }

    @Test
    void a_terminal_is_redrawn_ten_times_a_second_at_most() {
        Progress progress = new TerminalProgress(out, 80, clock);
        progress.begin("a", 100_000);
        for (int i = 0; i < 100_000; i++) {
            progress.advance("a", 1, 1);
        }
        assertThat(text().split("units? done", -1)).hasSize(2);
        clock.pass(Duration.ofMillis(100));
        progress.advance("a", 0, 0);
        assertThat(text()).contains("100,000 rows");
    }

    @Test
    void no_line_is_wider_than_the_terminal_and_many_units_do_not_fill_it() {
        Progress progress = new TerminalProgress(out, 60, clock);
        for (int i = 0; i < 30; i++) {
            progress.begin("表" + "x".repeat(60) + i, 5_000_000);
        }
        clock.pass(Duration.ofSeconds(7_300));
        progress.advance("表" + "x".repeat(60) + "0", 1_234_567, 1L << 40);
        assertThat(lastFrame()).hasSize(10).contains("  and 22 more units");
        assertThat(lastFrame())
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThan(60));
    }

    @Test
    void messages_stand_above_the_bars() {
        Progress progress = new TerminalProgress(out, 80, clock);
        progress.say("before");
        progress.begin("a", 10);
        bytes.reset();
        progress.say("hello");
        assertThat(text()).startsWith("\u001b[2A\r\u001b[Jhello\na ");
    }

    @Test
    void a_log_gets_a_line_every_thirty_seconds_and_at_ends() {
        Progress progress = new LineProgress(out, clock);
        progress.begin("orders", 1_000);
        for (int second = 0; second < 60; second++) {
            clock.pass(Duration.ofSeconds(1));
            progress.advance("orders", 10, 100);
        }
        progress.end("orders");
        progress.say("hello");
        assertThat(text().lines())
                .containsExactly(
                        "0 of 1 unit done, 300 rows, 2.93 KiB in 30.0 s, 10 rows/s",
                        "0 of 1 unit done, 600 rows, 5.86 KiB in 60.0 s, 10 rows/s",
                        "orders done: 600 rows, 5.86 KiB in 60.0 s, 10 rows/s",
                        "hello");
    }

    @Test
    void fifteen_hundred_small_tables_do_not_fill_a_log() {
        Progress progress = new LineProgress(out, clock);
        progress.begin("last", 1);
        for (int i = 0; i < 1_500; i++) {
            progress.begin("t" + i, 1);
            progress.advance("t" + i, 1, 1);
            progress.end("t" + i);
        }
        progress.end("last");
        assertThat(text()).isEmpty();
        clock.pass(Duration.ofSeconds(30));
        progress.begin("next", 1);
        assertThat(text()).isEqualTo("1501 of 1502 units done, 1,500 rows, 1.46 KiB in 30.0 s, 50 rows/s\n");
    }

    @Test
    void a_program_gets_json_lines() {
        Progress progress = new ProgressOutput(out, true, 80, true).open(clock);
        progress.begin("or\"ders", 100);
        progress.advance("or\"ders", 10, 1_000);
        clock.pass(Duration.ofSeconds(5));
        progress.advance("or\"ders", 10, 1_000);
        progress.end("or\"ders");
        progress.say("two\nlines");
        assertThat(text().lines())
                .containsExactly(
                        "{\"time\":\"2026-11-21T02:00:00Z\",\"progress\":\"begin\",\"unit\":\"or\\\"ders\","
                                + "\"expected_rows\":100,\"rows\":0,\"bytes\":0,\"seconds\":0.0,\"rows_per_second\":0}",
                        "{\"time\":\"2026-11-21T02:00:05Z\",\"progress\":\"progress\",\"unit\":\"or\\\"ders\","
                                + "\"expected_rows\":100,\"rows\":20,\"bytes\":2000,\"seconds\":5.0,\"rows_per_second\":4}",
                        "{\"time\":\"2026-11-21T02:00:05Z\",\"progress\":\"end\",\"unit\":\"or\\\"ders\","
                                + "\"expected_rows\":100,\"rows\":20,\"bytes\":2000,\"seconds\":5.0,\"rows_per_second\":4}",
                        "{\"time\":\"2026-11-21T02:00:05Z\",\"progress\":\"message\",\"message\":\"two\\nlines\"}");
    }

    @Test
    void the_form_follows_from_who_watches() {
        assertThat(new ProgressOutput(out, true, 80, false).open(clock)).isInstanceOf(TerminalProgress.class);
        assertThat(new ProgressOutput(out, false, 80, false).open(clock)).isInstanceOf(LineProgress.class);
        assertThat(new ProgressOutput(out, false, 80, true).open(clock)).isInstanceOf(JsonProgress.class);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private List<String> lastFrame() {
        String text = text();
        return text.substring(text.lastIndexOf("\u001b[J") + 3).lines().toList();
    }
}
