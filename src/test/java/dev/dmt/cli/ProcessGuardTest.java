package dev.dmt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessGuardTest {
    @TempDir
    private Path folder;

    @Test
    void a_signal_lets_the_work_end_cleanly() throws Exception {
        Process process = working("docile");
        process.destroy();
        assertThat(status(process)).isEqualTo(75);
        assertThat(folder.resolve("stderr")).content().contains("stopped: the process was told to end");
        assertThat(folder.resolve("result.json")).content().contains("\"code\":\"CANCELLED\"", "\"retryable\":true");
    }

    @Test
    void work_that_does_not_end_is_ended_after_a_few_seconds() throws Exception {
        Process process = working("stubborn");
        long start = System.nanoTime();
        process.destroy();
        assertThat(status(process)).isEqualTo(75);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void the_end_of_standard_input_counts_where_asked() throws Exception {
        Process process = working("docile", "--die-with-stdin");
        process.getOutputStream().close();
        assertThat(status(process)).isEqualTo(75);
        assertThat(folder.resolve("stderr")).content().contains("standard input was closed");
    }

    @Test
    void the_parents_death_counts_where_asked() throws Exception {
        // The shell between is the parent, and dies alone.
        String java = String.join("' '", Processes.java("dev.dmt.cli.SlowCommand", "docile", "--die-with-parent"));
        Process shell = Processes.start(folder, List.of("/bin/sh", "-c", "'" + java + "'; true"));
        awaitWork(shell);
        ProcessHandle orphan = shell.children().findFirst().orElseThrow();
        shell.destroyForcibly();
        assertThat(orphan.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(folder.resolve("stderr")).content().contains("the parent process has died");
        assertThat(folder.resolve("result.json")).content().contains("\"exit_status\":75");
    }

    private Process working(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 1];
        all[0] = "dev.dmt.cli.SlowCommand";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Process process = Processes.start(folder, Processes.java(all));
        awaitWork(process);
        return process;
    }

    // The reader stays open with the process: closing it would close the pipe.
    private static void awaitWork(Process process) throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        assertThat(reader.readLine()).isEqualTo("working");
    }

    private static int status(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
