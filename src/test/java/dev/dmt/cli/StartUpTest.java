package dev.dmt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartUpTest {
    private static final Pattern HEAVY = Pattern.compile(
            " (com\\.fasterxml|ch\\.qos\\.logback|org\\.slf4j|com\\.zaxxer|org\\.postgresql|org\\.sqlite)\\.");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help"})
    void quick_answers_load_nothing_heavy(String flag) throws Exception {
        Process process = Processes.start(folder, Processes.java("-Xlog:class+load", "dev.dmt.Main", flag));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(output).contains("dev.dmt.cli.Cli ");
        assertThat(output.lines().filter(line -> HEAVY.matcher(line).find())).isEmpty();
    }
}
