package dev.dmt.engine.contract;

import dev.dmt.cli.Cli;
import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A config for two databases, and the real command on it. */
record MatrixRun(Path folder, TestDatabase source, TestDatabase target) {
    void config(String mode, String... migrationLines) {
        List<String> lines = new ArrayList<>();
        lines.add("source: " + end(source.config(), "SOURCE_PASSWORD"));
        lines.add("target: " + end(target.config(), "TARGET_PASSWORD"));
        lines.add("migration:");
        lines.add("  workers: 2");
        lines.add("  target_mode: " + mode);
        for (String line : migrationLines) {
            lines.add("  " + line);
        }
        if (target.config().type() == EngineName.ORACLE) {
            // What it cannot hold: empty texts, numbers of 65 digits, a day that its calendar has not.
            lines.add("  empty_text: null");
            lines.add("  on_bad_row: quarantine");
            if (source.config().type() == EngineName.MYSQL) {
                lines.add("  types: { \"types.n65\": \"text\" }");
            }
        }
        try {
            Files.write(folder.resolve("dmt.yaml"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String end(DatabaseConfig config, String password) {
        List<String> keys = new ArrayList<>();
        keys.add("type: " + config.type().text());
        config.path().ifPresent(path -> keys.add("path: \"" + path + "\""));
        if (config.path().isEmpty()) {
            keys.add("host: " + config.host());
            keys.add("port: " + config.port());
            keys.add("database: " + config.database());
            keys.add("user: " + config.user());
            if (!config.password().isEmpty()) {
                keys.add("password: \"${env:" + password + "}\"");
            }
        }
        if (!config.schema().isEmpty()) {
            keys.add("schema: " + config.schema());
        }
        config.sslMode().ifPresent(mode -> keys.add("ssl_mode: " + mode));
        if (!config.properties().isEmpty()) {
            List<String> properties = new ArrayList<>();
            config.properties().forEach((name, value) -> properties.add(name + ": \"" + value + "\""));
            keys.add("properties: { " + String.join(", ", properties) + " }");
        }
        return "{ " + String.join(", ", keys) + " }";
    }

    /** In this process, which is warm: a matrix has many runs. */
    Result dmt(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = Map.of(
                "SOURCE_PASSWORD",
                source.config().password().reveal(),
                "TARGET_PASSWORD",
                target.config().password().reveal());
        int status = Cli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                folder,
                arguments);
        return new Result(status, out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8));
    }

    /** How a command ended, and all it said. */
    record Result(int exitStatus, String said) {}
}
