package dev.dmt.fidelity;

import dev.dmt.cli.Cli;
import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.TestMariaDb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A database of a MySQL or MariaDB moved into another database by the real command, in this process. */
final class MysqlMigration {
    private final Path folder;
    private final DatabaseConfig source;
    private final DatabaseConfig target;

    private MysqlMigration(Path folder, DatabaseConfig source, DatabaseConfig target) {
        this.folder = folder;
        this.source = source;
        this.target = target;
    }

    static MysqlMigration into(Path folder, DatabaseConfig target) {
        return new MysqlMigration(folder, TestMariaDb.server().freshDatabase(), target);
    }

    /** The same source by another user. */
    MysqlMigration as(DatabaseConfig user) {
        return new MysqlMigration(folder, user, target);
    }

    DatabaseConfig source() {
        return source;
    }

    MysqlMigration source(String... statements) {
        TestMariaDb.execute(source, statements);
        return this;
    }

    /** Runs the statements of a file that lies beside the tests. */
    MysqlMigration sourceFile(String name) {
        try (InputStream file = MysqlMigration.class.getResourceAsStream(name)) {
            List<String> statements = new ArrayList<>(List.of("SET sql_mode = ''"));
            for (String text : new String(file.readAllBytes(), StandardCharsets.UTF_8).split(";\\n", 0)) {
                if (!text.isBlank()) {
                    statements.add(text);
                }
            }
            return source(statements.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MysqlMigration config(String... migrationLines) {
        List<String> lines = new ArrayList<>();
        lines.add("source: " + end(source, "SOURCE_PASSWORD"));
        lines.add("target: " + end(target, "TARGET_PASSWORD"));
        lines.add("migration:");
        lines.add("  workers: 2");
        for (String line : migrationLines) {
            lines.add("  " + line);
        }
        try {
            Files.write(folder.resolve("dmt.yaml"), lines);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String end(DatabaseConfig config, String password) {
        return "{ type: " + config.type().text() + ", host: " + config.host() + ", port: " + config.port()
                + ", database: " + config.database() + ", user: " + config.user()
                + (config.schema().isEmpty() ? "" : ", schema: " + config.schema())
                + config.sslMode().map(mode -> ", ssl_mode: " + mode).orElse("")
                + (config.password().isEmpty() ? "" : ", password: \"${env:" + password + "}\"") + " }";
    }

    /** Runs a command that must succeed; what it said. */
    String done(String... arguments) {
        Result result = dmt(arguments);
        if (result.exitStatus() != 0) {
            throw new AssertionError(
                    String.join(" ", arguments) + " ended with " + result.exitStatus() + ": " + result.said());
        }
        return result.said();
    }

    Result dmt(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = Map.of(
                "SOURCE_PASSWORD",
                source.password().reveal(),
                "TARGET_PASSWORD",
                target.password().reveal());
        int status = Cli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                folder,
                arguments);
        return new Result(status, out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8));
    }

    /** Every value of a table's rows by its bytes, floats by all their digits; asked of a server of this kind. */
    static List<String> rows(DatabaseConfig config, String table) {
        String values = TestMariaDb.query(
                        config,
                        "SELECT COLUMN_NAME, DATA_TYPE FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
                                + " AND TABLE_NAME = '" + table + "' ORDER BY ORDINAL_POSITION")
                .stream()
                .map(line -> line.split("\\|"))
                .map(column -> switch (column[1]) {
                    case "float", "double" -> "COALESCE(CAST(`" + column[0] + "` * 1e0 AS CHAR), 'NULL')";
                    case "bit" -> "COALESCE(BIN(`" + column[0] + "` + 0), 'NULL')";
                    case "json" -> "COALESCE(CAST(`" + column[0] + "` AS CHAR), 'NULL')";
                    default -> "COALESCE(HEX(`" + column[0] + "`), 'NULL')";
                })
                .collect(Collectors.joining(", "));
        return TestMariaDb.query(config, "SELECT CONCAT_WS(' ', " + values + ") AS r FROM `" + table + "` ORDER BY r");
    }

    /** How a command ended, and all it said. */
    record Result(int exitStatus, String said) {}
}
