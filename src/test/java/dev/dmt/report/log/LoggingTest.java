package dev.dmt.report.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import dev.dmt.error.DmtException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LoggingTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void forget() {
        Redaction.forgetAll();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new QuietStart().configure(context);
    }

    @Test
    void text_lines_carry_run_and_unit() {
        Logging.configure("info", false, Optional.empty(), err);
        try (var run = MDC.putCloseable(Logging.RUN, "r1");
                var unit = Logging.unit("orders.p03")) {
            logger().info("loaded {} rows", 5);
            logger().debug("not this");
        }
        logger().warn("after");
        assertThat(text().lines().toList())
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches(
                                        "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z INFO  \\[run=r1\\] \\[unit=orders.p03\\] loaded 5 rows"),
                        line -> assertThat(line).endsWith("Z WARN  after"));
    }

    @Test
    void json_lines_are_one_object_each() {
        Logging.configure("info", true, Optional.empty(), err);
        try (var unit = Logging.unit("orders")) {
            logger().error("a \"quoted\"\nmessage", new IllegalStateException("broken"));
        }
        assertThat(text().lines()).hasSize(1);
        assertThat(text())
                .contains("\"level\":\"ERROR\"", "\"unit\":\"orders\"", "\"message\":\"a \\\"quoted\\\"\\nmessage\"")
                .contains("java.lang.IllegalStateException: broken");
    }

    @Test
    void the_file_gets_what_the_console_does_not(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("logs/dmt.log");
        Logging.configure("warn", false, Optional.of(file), err);
        logger().debug("details");
        logger().warn("trouble");
        assertThat(text()).contains("trouble").doesNotContain("details");
        assertThat(Files.readString(file)).contains("details", "trouble");
    }

    @Test
    void secrets_are_seen_nowhere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("dmt.log");
        Redaction.register("s3cr3t");
        Redaction.register("p@ss w\"rd");
        for (boolean json : new boolean[] {false, true}) {
            Logging.configure("debug", json, Optional.of(file), err);
            try (var unit = Logging.unit("s3cr3t")) {
                logger().info("connecting with {}", "s3cr3t");
                logger().info("url postgres://app:p%40ss+w%22rd@host and p%40ss%20w%22rd and p@ss w\"rd");
                logger().error("failed", new IllegalStateException("bad s3cr3t", new IOException("p@ss w\"rd")));
            }
        }
        assertThat(text() + Files.readString(file))
                .contains(Redaction.MASK)
                .doesNotContain("s3cr3t", "p@ss", "p%40ss", "p\\u0040ss");
    }

    @Test
    void a_secret_within_another_is_masked_with_it_and_short_ones_are_left() {
        Redaction.register("abc");
        Redaction.register("abcdef");
        Redaction.register("");
        Redaction.register("x");
        assertThat(Redaction.mask("x abcdef abc")).isEqualTo("x ******** ********");
    }

    @Test
    void the_stream_is_left_open_and_setting_up_again_replaces() {
        Logging.configure("info", false, Optional.empty(), err);
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        Logging.configure("info", false, Optional.empty(), second);
        logger().info("once");
        assertThat(text()).isEmpty();
        assertThat(second.toString(StandardCharsets.UTF_8)).contains("once");
    }

    @Test
    void a_log_file_that_cannot_be_written_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("plain")).resolve("dmt.log");
        assertThatThrownBy(() -> Logging.configure("info", false, Optional.of(file), err))
                .isInstanceOf(DmtException.class)
                .hasMessageContaining("log file cannot be written");
    }

    private static Logger logger() {
        return LoggerFactory.getLogger("dev.dmt.test");
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
