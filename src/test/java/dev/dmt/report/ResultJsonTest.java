package dev.dmt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultJsonTest {
    @Test
    void a_success_has_counts() {
        assertThat(ResultJson.success("transfer", true, Map.of("rows", 5L))
                        .with("tables", List.of("a", "b"))
                        .render())
                .isEqualTo("{\"command\":\"transfer\",\"status\":\"ok\",\"exit_status\":0,\"noop\":true,"
                        + "\"counts\":{\"rows\":5},\"tables\":[\"a\",\"b\"]}");
    }

    @Test
    void a_failure_says_what_to_do() {
        DmtException failure = new DmtException(
                ErrorCode.LEASE_HELD,
                "another attempt holds the lease",
                ErrorContext.at("unit", "orders.p03").withHint("try again in a minute"));
        assertThat(ResultJson.failure("transfer", failure, Optional.of("dmt step transfer --unit orders.p03"))
                        .render())
                .isEqualTo("{\"command\":\"transfer\",\"status\":\"failed\",\"code\":\"LEASE_HELD\",\"exit_status\":76,"
                        + "\"retryable\":true,\"message\":\"another attempt holds the lease\","
                        + "\"where\":{\"unit\":\"orders.p03\"},\"hint\":\"try again in a minute\","
                        + "\"resume_command\":\"dmt step transfer --unit orders.p03\"}");
    }

    @Test
    void the_file_is_written_whole_into_a_new_folder(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("out/result.json");
        ResultJson result = ResultJson.success("plan", false, Map.of());
        result.writeTo(file);
        result.writeTo(file);
        assertThat(file).hasContent(result.render());
        try (var files = Files.list(file.resolveSibling(""))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_file_that_cannot_be_written_is_a_matter_of_config(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("plain")).resolve("result.json");
        assertThatThrownBy(() -> ResultJson.success("plan", false, Map.of()).writeTo(file))
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIG));
    }
}
