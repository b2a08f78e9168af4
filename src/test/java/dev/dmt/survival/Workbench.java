package dev.dmt.survival;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.SmallDisk;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A folder with a SQLite source, a config and an empty PostgreSQL database: one migration to be maltreated. */
final class Workbench {
    private final Path folder;
    private final DatabaseConfig target;
    private String host;
    private int port;

    private Workbench(Path folder, DatabaseConfig target) {
        this.folder = folder;
        this.target = target;
        this.host = target.host();
        this.port = target.port();
    }

    static Workbench in(Path folder) {
        return new Workbench(folder, TestPostgres.newest().freshDatabase());
    }

    static Workbench in(Path folder, DatabaseConfig target) {
        return new Workbench(folder, target);
    }

    /** Goes to the target by another way, a proxy's. */
    Workbench through(int proxyPort) {
        this.host = "127.0.0.1";
        this.port = proxyPort;
        return this;
    }

    Path folder() {
        return folder;
    }

    DatabaseConfig target() {
        return target;
    }

    Path source() {
        return folder.resolve("source.db");
    }

    Workbench source(String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + source());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A table of so many rows with a gap every hundred keys, texts, NULLs, reals and blobs. */
    Workbench events(int rows) {
        return source(
                "CREATE TABLE events(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, amount REAL, note TEXT, data BLOB)",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + rows + ")"
                        + " INSERT INTO events SELECT i + i / 100, 'kind ' || (i % 7), i * 0.1,"
                        + " CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'né, \"' || i || '\"' END,"
                        + " CASE i % 11 WHEN 0 THEN x'00ff' END FROM n");
    }

    Workbench config(String... migrationLines) {
        StringBuilder text = new StringBuilder("source: { type: sqlite, path: source.db }\n");
        text.append("target: { type: postgres, host: ")
                .append(host)
                .append(", port: ")
                .append(port);
        text.append(", database: ").append(target.database()).append(", user: ").append(target.user());
        if (!target.password().isEmpty()) {
            text.append(", password: \"${env:TARGET_PASSWORD}\"");
        }
        text.append(" }\nmigration:\n  target_mode: drop_recreate\n");
        for (String line : migrationLines) {
            text.append("  ").append(line).append('\n');
        }
        try {
            Files.writeString(folder.resolve("dmt.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    DmtProcess start(Map<String, String> environment, String... arguments) {
        return DmtProcess.start(folder, environment(environment), arguments);
    }

    DmtProcess.Result dmt(String... arguments) {
        return DmtProcess.run(folder, environment(Map.of()), arguments);
    }

    DmtProcess.Result dmtWith(Map<String, String> environment, String... arguments) {
        return DmtProcess.run(folder, environment(environment), arguments);
    }

    /** Runs dmt where a folder lies on a small disk. */
    DmtProcess.Result dmtOn(SmallDisk disk, String... arguments) {
        try (DmtProcess process =
                DmtProcess.start(folder, environment(Map.of()), disk.prefix(), List.of("-Xmx512m"), arguments)) {
            return process.await();
        }
    }

    /** Starts dmt as the child of a shell that dies alone. */
    DmtProcess startBelowShell(String... arguments) {
        return DmtProcess.start(
                folder,
                environment(Map.of()),
                List.of("sh", "-c", "\"$@\"; true", "sh"),
                List.of("-Xmx512m"),
                arguments);
    }

    /** Runs these steps one by one; each must succeed. */
    Workbench steps(String... steps) {
        for (String step : steps) {
            DmtProcess.Result result = dmt("step", step);
            if (result.exitStatus() != 0) {
                throw new AssertionError("step " + step + " failed: " + result.err());
            }
        }
        return this;
    }

    /** Adds lines to the config, as they are. */
    Workbench append(String... lines) {
        Path file = folder.resolve("dmt.yaml");
        try {
            Files.writeString(file, Files.readString(file) + String.join("\n", lines) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sessions of dmt that the server still has. */
    long sessions() {
        return Long.parseLong(TestPostgres.query(
                        target,
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'dmt'"
                                + " AND datname = current_database()")
                .get(0));
    }

    /** True where a session of dmt waits for a lock. */
    boolean waitsForLock() {
        return !TestPostgres.query(
                        target,
                        "SELECT pid FROM pg_stat_activity WHERE application_name = 'dmt'"
                                + " AND datname = current_database() AND wait_event_type = 'Lock'")
                .isEmpty();
    }

    Path checkpointFile(String name) {
        return folder.resolve(".dmt").resolve(name);
    }

    /** Runs dmt with a failpoint set. */
    DmtProcess.Result dmtFailingAt(String failpoints, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--enable-failpoints");
        return dmtWith(Map.of("DMT_FAILPOINTS", failpoints), all.toArray(String[]::new));
    }

    DmtProcess startFailingAt(String failpoints, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--enable-failpoints");
        return start(Map.of("DMT_FAILPOINTS", failpoints), all.toArray(String[]::new));
    }

    long targetCount(String table) {
        return Long.parseLong(
                TestPostgres.query(target, "SELECT count(*) FROM " + table).get(0));
    }

    /** Chunks that are durably in the target; 0 before there is a ledger. */
    long committedChunks() {
        List<String> there = TestPostgres.query(target, "SELECT to_regclass('public.dmt_ledger') IS NOT NULL");
        return there.get(0).equals("t")
                ? Long.parseLong(TestPostgres.query(target, "SELECT coalesce(sum(chunk), 0) FROM dmt_ledger")
                        .get(0))
                : 0;
    }

    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(more);
        all.putIfAbsent("TARGET_PASSWORD", target.password().reveal());
        return all;
    }
}
