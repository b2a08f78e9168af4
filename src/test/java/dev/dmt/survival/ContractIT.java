package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an orchestrator reads of a command, on success and on each kind of failure, and what nobody may read anywhere. */
class ContractIT {
    private static final String SECRET = "Zx9+kestrel/42";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void a_success_tells_command_status_and_counts() throws IOException {
        Workbench bench = Workbench.in(folder).events(500).config().steps("extract-schema", "plan", "create-tables");
        JsonNode said = said(bench.dmt("step", "transfer", "--output", "json", "--result-file", "r/result.json"), 0);
        assertThat(said.get("command").asText()).isEqualTo("step transfer");
        assertThat(said.get("status").asText()).isEqualTo("ok");
        assertThat(said.get("noop").asBoolean()).isFalse();
        assertThat(said.get("counts").get("rows").asLong()).isEqualTo(500);
        said = said(bench.dmt("step", "transfer", "--output", "json", "--result-file", "r/result.json"), 0);
        assertThat(said.get("noop").asBoolean()).isTrue();
    }

    @Test
    void each_failure_tells_code_and_whether_to_retry_and_how() throws IOException {
        Workbench bench = Workbench.in(folder).events(500).config("exclude_tables: [\"tmp\"]");
        bench.source("CREATE TABLE tmp(a INT)");
        failure(bench, 64, "USAGE", false, "step", "transfer", "--nonsense");
        failure(bench, 69, "UNREACHABLE", true, "run", "--set", "target.port=1", "--checkpoint", "a.yaml");
        failure(bench, 78, "CONFIG", false, "step", "transfer");
        failure(bench, 78, "CONFIG", false, "run", "--set", "migration.shard_row=1");
        failure(bench, 78, "CONFIG", false, "run", "--set", "target.database=nowhere", "--checkpoint", "b.yaml");
        bench.steps("extract-schema", "plan", "create-tables");
        failure(bench, 99, "EXCLUDED", false, "step", "transfer", "--table", "tmp");
        TestPostgres.execute(bench.target(), "ALTER TABLE events ADD CHECK (id < 100)");
        failure(bench, 65, "DATA", false, "step", "transfer");
        try (DmtProcess stopped = bench.startFailingAt(
                "after-claim=pause:20000", "step", "transfer", "--output", "json", "--result-file", "r/result.json")) {
            Waiting.until("its claim", () -> isClaimed(bench) || !stopped.isAlive());
            stopped.terminate();
            JsonNode said = said(stopped.await(), 75);
            assertThat(said.get("code").asText()).isEqualTo("CANCELLED");
        }
    }

    @Test
    void a_password_is_nowhere_to_be_read() throws IOException {
        DatabaseConfig owner = TestPostgres.newest().freshDatabase();
        String role = "keeper_" + owner.database();
        TestPostgres.execute(owner, "CREATE ROLE " + role + " LOGIN SUPERUSER PASSWORD '" + SECRET + "'");
        TestPostgres.demandPasswords(owner, role);
        DatabaseConfig target = TestPostgres.withUser(owner, role, SECRET);
        Workbench bench = Workbench.in(folder, target).events(500).config();
        bench.append("logging: { file: dmt.log, level: debug }");
        secret(bench.dmt("run", "--yes", "--verbose", "--result-file", "ok.json"), 0);

        // Refused with it, and in a config that holds it as it is, in a variable, in a URL.
        TestPostgres.execute(owner, "ALTER ROLE " + role + " PASSWORD 'changed'");
        secret(
                bench.dmt("run", "--yes", "--run-id", "b", "--verbose", "--output", "json", "--result-file", "b.json"),
                77);
        secret(
                bench.dmtWith(Map.of("DMT_TARGET_PASSWORD", SECRET), "check", "--verbose", "--result-file", "c.json"),
                77);
        String url = "postgres://" + role + ":Zx9%2Bkestrel%2F42@127.0.0.1:" + target.port() + "/" + target.database();
        secret(
                bench.dmt(
                        "run",
                        "--yes",
                        "--run-id",
                        "c",
                        "--target",
                        url,
                        "--output",
                        "json",
                        "--result-file",
                        "d.json"),
                77);
        secret(bench.dmt("status", "--json"), 0);
        Path config = folder.resolve("dmt.yaml");
        Files.writeString(config, Files.readString(config).replace("\"${env:TARGET_PASSWORD}\"", "\"" + SECRET + "\""));
        secret(bench.dmt("step", "extract-schema", "--run-id", "e", "--verbose"), 0);
        secret(bench.dmt("check", "--json"), 77);
        Files.delete(config);
        assertThat(filesThatSay(SECRET)).isEmpty();
        assertThat(filesThatSay("Zx9%2Bkestrel%2F42")).isEmpty();
    }

    private static boolean isClaimed(Workbench bench) {
        return !TestPostgres.query(
                        bench.target(), "SELECT unit FROM dmt_ledger WHERE unit = 'events' AND backend_pid IS NOT NULL")
                .isEmpty();
    }

    private static void secret(DmtProcess.Result result, int status) {
        assertThat(result.exitStatus()).as(result.err()).isEqualTo(status);
    }

    private List<String> filesThatSay(String text) throws IOException {
        byte[] needle = text.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> contains(path, needle))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static boolean contains(Path path, byte[] needle) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                    .contains(new String(needle, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void failure(Workbench bench, int status, String code, boolean retryable, String... command)
            throws IOException {
        List<String> all = new java.util.ArrayList<>(List.of(command));
        all.addAll(List.of("--output", "json", "--result-file", "r/result.json"));
        Files.deleteIfExists(folder.resolve("r/result.json"));
        JsonNode said = said(bench.dmt(all.toArray(String[]::new)), status);
        assertThat(said.get("status").asText()).isEqualTo(status == 99 ? "excluded" : "failed");
        assertThat(said.get("exit_status").asInt()).isEqualTo(status);
        assertThat(said.get("code").asText()).isEqualTo(code);
        assertThat(said.get("retryable").asBoolean()).isEqualTo(retryable);
        assertThat(said.get("message").asText()).isNotBlank();
        assertThat(said.get("resume_command").asText()).startsWith("dmt ");
    }

    /** The last line of stdout, which must be what the result file says. */
    private JsonNode said(DmtProcess.Result result, int status) throws IOException {
        assertThat(result.exitStatus()).as(result.err()).isEqualTo(status);
        List<String> lines = result.out().lines().toList();
        assertThat(lines).as(result.err()).isNotEmpty();
        JsonNode last = JSON.readTree(lines.get(lines.size() - 1));
        assertThat(JSON.readTree(folder.resolve("r/result.json").toFile())).isEqualTo(last);
        return last;
    }
}
