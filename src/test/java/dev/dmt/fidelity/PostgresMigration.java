package dev.dmt.fidelity;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A schema of one PostgreSQL moved into a schema of another by the real command in a process of its own. */
final class PostgresMigration {
    private final Path folder;
    private final DatabaseConfig source;
    private final DatabaseConfig target;
    private String sourceSchema = "app";
    private String sourceKeys = "schema: app";
    private String targetKeys = "schema: moved";

    private PostgresMigration(Path folder, DatabaseConfig source, DatabaseConfig target) {
        this.folder = folder;
        this.source = source;
        this.target = target;
    }

    static PostgresMigration between(Path folder, DatabaseConfig source, DatabaseConfig target) {
        return new PostgresMigration(folder, source, target);
    }

    /** From and to fresh databases of these lines. */
    static PostgresMigration between(Path folder, String from, String to) {
        return between(
                folder,
                TestPostgres.line(from).freshDatabase(),
                TestPostgres.line(to).freshDatabase());
    }

    PostgresMigration schemas(String from, String to) {
        sourceSchema = from;
        return schemaKeys("schema: " + from, "schema: " + to);
    }

    /** What the config says of the schemas of each end, as YAML within braces; empty where it says nothing. */
    PostgresMigration schemaKeys(String from, String to) {
        sourceKeys = from;
        targetKeys = to;
        return this;
    }

    PostgresMigration source(String... statements) {
        TestPostgres.execute(source, statements);
        return this;
    }

    DatabaseConfig source() {
        return source;
    }

    PostgresMigration target(String... statements) {
        TestPostgres.execute(target, statements);
        return this;
    }

    /** Runs the statements of a file that lies beside the tests, each in a transaction of its own. */
    PostgresMigration sourceFile(String name) {
        try (InputStream file = PostgresMigration.class.getResourceAsStream(name)) {
            return source(new String(file.readAllBytes(), StandardCharsets.UTF_8).split(";\\n", 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PostgresMigration config(String... migrationLines) {
        List<String> lines = new ArrayList<>();
        lines.add("source: " + end(source, sourceKeys, "SOURCE_PASSWORD"));
        lines.add("target: " + end(target, targetKeys, "TARGET_PASSWORD"));
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

    private static String end(DatabaseConfig config, String keys, String password) {
        return "{ type: postgres, host: " + config.host() + ", port: " + config.port() + ", database: "
                + config.database() + ", user: " + config.user()
                + (keys.isEmpty() ? "" : ", " + keys)
                + (config.password().isEmpty() ? "" : ", password: \"${env:" + password + "}\"") + " }";
    }

    DmtProcess.Result dmt(String... arguments) {
        return DmtProcess.run(folder, environment(Map.of()), arguments);
    }

    DmtProcess start(Map<String, String> more, String... arguments) {
        return DmtProcess.start(folder, environment(more), List.of(), arguments);
    }

    /** Runs dmt with a failpoint set. */
    DmtProcess.Result failingAt(String failpoints, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--enable-failpoints");
        return DmtProcess.run(folder, environment(Map.of("DMT_FAILPOINTS", failpoints)), all.toArray(String[]::new));
    }

    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(more);
        all.put("SOURCE_PASSWORD", source.password().reveal());
        all.put("TARGET_PASSWORD", target.password().reveal());
        return all;
    }

    List<String> askSource(String sql) {
        return TestPostgres.query(source, sql);
    }

    List<String> ask(String sql) {
        return TestPostgres.query(target, sql);
    }

    /** Each row as one text, in an order of its own. */
    List<String> sourceRows(String table) {
        return askSource(rows("ONLY " + sourceSchema + "." + table));
    }

    List<String> rows(String schema, String table) {
        return ask(rows(schema + "." + table));
    }

    static String rows(String relation) {
        return "SELECT r FROM (SELECT x::text AS r FROM " + relation + " AS x) AS q ORDER BY r COLLATE \"C\"";
    }

    String report() {
        try {
            return Files.readString(folder.resolve(".dmt/report/report.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
