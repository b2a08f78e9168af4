package dev.dmt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    @TempDir
    private Path folder;

    private CliRun cli;

    @BeforeEach
    void start() {
        cli = new CliRun(folder);
    }

    @Test
    void success_is_one_object() throws Exception {
        assertThat(cli.migrate("step", "transfer", "--output=json", "--result-file=out/r.json"))
                .isZero();
        JsonNode result = read(cli.lastLine());
        assertThat(result.get("command").asText()).isEqualTo("step transfer");
        assertThat(result.get("status").asText()).isEqualTo("ok");
        assertThat(result.get("noop").asBoolean()).isFalse();
        assertThat(result.get("counts").get("rows").asLong()).isEqualTo(1234);
        assertThat(result.get("exit_status").asInt()).isZero();
        assertThat(read(Files.readString(folder.resolve("out/r.json")))).isEqualTo(result);
        assertThat(cli.out().lines()).hasSize(1);
    }

    @Test
    void failure_is_one_object_too() throws Exception {
        cli.steps.behaviour = (context, request) -> {
            throw new DmtException(ErrorCode.UNREACHABLE, "no answer", ErrorContext.hint("start it"));
        };
        assertThat(cli.migrate("step", "transfer", "--table=a b", "--output=json", "--result-file=r.json"))
                .isEqualTo(69);
        JsonNode result = read(cli.lastLine());
        assertThat(result.get("status").asText()).isEqualTo("failed");
        assertThat(result.get("code").asText()).isEqualTo("UNREACHABLE");
        assertThat(result.get("retryable").asBoolean()).isTrue();
        assertThat(result.get("message").asText()).isEqualTo("no answer");
        assertThat(result.get("hint").asText()).isEqualTo("start it");
        assertThat(result.get("resume_command").asText()).startsWith("dmt step transfer '--table=a b' --output=json");
        assertThat(read(Files.readString(folder.resolve("r.json")))).isEqualTo(result);
    }

    @Test
    void wrong_usage_reaches_the_result_file() throws Exception {
        assertThat(cli.run("step", "nonsense", "--result-file", "r.json")).isEqualTo(64);
        JsonNode result = read(Files.readString(folder.resolve("r.json")));
        assertThat(result.get("code").asText()).isEqualTo("USAGE");
        assertThat(result.get("exit_status").asInt()).isEqualTo(64);
    }

    @Test
    void no_temporary_file_stays_behind() throws Exception {
        cli.migrate("step", "transfer", "--result-file=r.json");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("r.json");
        }
    }

    @Test
    void a_result_file_that_cannot_be_written_is_a_failure() throws Exception {
        Files.createFile(folder.resolve("file"));
        assertThat(cli.migrate("step", "transfer", "--result-file=file/r.json")).isEqualTo(78);
        assertThat(cli.err()).contains("writing the result failed");
    }

    @Test
    void passwords_do_not_appear_again() {
        cli.steps.behaviour = (context, request) -> {
            throw new IllegalStateException("cannot reach postgres://app:geheim@host/db");
        };
        cli.migrate(
                "step",
                "transfer",
                "--output=json",
                "--verbose",
                "--target=postgres://app:geheim@host/db",
                "--set=target.password=geheim");
        assertThat(cli.out()).doesNotContain("geheim").contains("postgres://app@host/db");
    }

    @Test
    void yaml_is_one_document() {
        assertThat(cli.migrate("status", "--output=yaml")).isZero();
        assertThat(cli.out()).contains("command: status").contains("id: r1").contains("unit: orders.p01");
    }

    private static JsonNode read(String json) throws Exception {
        return new JsonMapper().readTree(json);
    }
}
