package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.SmallDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SQLite file as the target of processes that are killed, overtaken, stopped, many at once, or out of disk. */
class FileTargetIT {
    private static final int FENCED = 76;
    private static final int CANCELLED = 75;
    private static final long FOUR_SECONDS = 4_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void a_run_killed_many_times_has_every_row_once() {
        events(120_000);
        config("shard_rows: 1000", "large_table_rows: 40000");
        Random random = new Random(11);
        int kills = 0;
        while (kills < 8) {
            try (DmtProcess attempt = start(Map.of(), "run", "--yes")) {
                long chunks = chunks() + random.nextInt(6);
                Waiting.until("progress: " + attempt.err(), () -> !attempt.isAlive() || chunks() >= chunks);
                if (!attempt.isAlive()) {
                    assertThat(attempt.await().exitStatus()).as(attempt.err()).isZero();
                    break;
                }
                attempt.kill();
                kills++;
            }
        }
        assertThat(kills).as("the run outlived the killer").isEqualTo(8);
        done(dmt("run", "--yes"));
        assertThat(ask("PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(count("events")).isEqualTo(120_000);
        done(dmt("validate", "--checksum"));
    }

    @Test
    void of_two_attempts_at_one_unit_one_is_refused_with_76() {
        prepare();
        try (DmtProcess first = startFailingAt("after-commit=pause:8000@2", "step", "transfer", "--table", "events")) {
            Waiting.until("the first attempt's first chunk", () -> chunks() >= 1 || !first.isAlive());
            DmtProcess.Result second = dmt("step", "transfer", "--table", "events");
            assertThat(second.exitStatus()).as(second.err()).isEqualTo(FENCED);
            assertThat(first.await().exitStatus()).as(first.err()).isZero();
        }
        assertThat(count("events")).isEqualTo(20_000);
    }

    @Test
    void whoever_stands_still_in_the_middle_of_a_chunk_is_waited_for() {
        prepare();
        try (DmtProcess first =
                startFailingAt("after-copy-before-commit=pause:5000@2", "step", "transfer", "--table", "events")) {
            Waiting.until("the first attempt's first chunk", () -> chunks() >= 1 || !first.isAlive());
            DmtProcess.Result second = dmt("step", "transfer", "--table", "events");
            assertThat(second.exitStatus()).as(second.err()).isIn(FENCED, 0);
            assertThat(first.await().exitStatus()).as(first.err()).isZero();
        }
        assertThat(count("events")).isEqualTo(20_000);
    }

    @Test
    void a_zombie_that_writes_on_after_its_successor_is_fenced_off() {
        prepare();
        try (DmtProcess zombie = startFailingAt("after-commit=pause:9000@2", "step", "transfer", "--table", "events")) {
            Waiting.until("the zombie's first chunks", () -> chunks() >= 2 || !zombie.isAlive());
            execute("UPDATE dmt_ledger SET lease_until = 0, epoch = epoch + 1 WHERE unit = 'events'");
            done(dmt("step", "transfer", "--table", "events"));
            assertThat(zombie.await().exitStatus()).as(zombie.err()).isEqualTo(FENCED);
        }
        assertThat(count("events")).isEqualTo(20_000);
        done(dmt("run", "--yes"));
        done(dmt("validate", "--checksum"));
    }

    @Test
    void a_terminated_run_exits_75_within_four_seconds_and_goes_on_later() {
        events(300_000);
        config("shard_rows: 5000");
        try (DmtProcess run = start(Map.of(), "run", "--yes")) {
            Waiting.until("some chunks", () -> chunks() >= 3 || !run.isAlive());
            long asked = System.nanoTime();
            run.terminate();
            DmtProcess.Result result = run.await();
            assertThat(System.nanoTime() - asked).isLessThan(FOUR_SECONDS);
            assertThat(result.exitStatus()).as(result.err()).isEqualTo(CANCELLED);
        }
        assertThat(count("events")).isLessThan(300_000);
        done(dmt("run", "--yes"));
        assertThat(count("events")).isEqualTo(300_000);
    }

    @Test
    void several_processes_load_tables_of_their_own_at_once() {
        String[] statements = new String[12];
        for (int i = 0; i < 6; i++) {
            statements[2 * i] = "CREATE TABLE t" + i + " (id INTEGER PRIMARY KEY, v TEXT)";
            statements[2 * i + 1] = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                    + " INSERT INTO t" + i + " SELECT i, 'value ' || i FROM n";
        }
        source(statements);
        config("shard_rows: 1000");
        for (String step : List.of("extract-schema", "plan", "create-tables")) {
            done(dmt("step", step));
        }
        List<DmtProcess> all = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                all.add(start(Map.of(), "step", "transfer", "--table", "t" + i));
            }
            all.forEach(process -> done(process.await()));
        } finally {
            all.forEach(DmtProcess::close);
        }
        done(dmt("run", "--yes"));
        for (int i = 0; i < 6; i++) {
            assertThat(count("t" + i)).isEqualTo(20_000);
        }
        done(dmt("validate", "--checksum"));
    }

    @Test
    void a_full_disk_is_75_and_leaves_no_half_chunk() throws IOException {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(SmallDisk.available(small), "SKIPPED: this system lets no test mount a small disk");
        events(300_000);
        config("shard_rows: 5000");
        Files.writeString(
                folder.resolve("dmt.yaml"),
                Files.readString(folder.resolve("dmt.yaml")).replace("path: dev.db", "path: small/dev.db"));
        // The disk is gone with its process; so what it holds is copied out of it before.
        SmallDisk disk = new SmallDisk(small, "6m");
        List<String> prefix = new ArrayList<>(disk.prefix());
        prefix.addAll(
                List.of("sh", "-c", "\"$@\"; status=$?; cp '" + small + "'/* '" + folder + "/'; exit $status", "sh"));
        try (DmtProcess process = DmtProcess.start(folder, Map.of(), prefix, List.of("-Xmx512m"), "run", "--yes")) {
            DmtProcess.Result result = process.await();
            assertThat(result.exitStatus()).as(result.err()).isEqualTo(CANCELLED);
            assertThat(result.err()).contains("full");
        }
        assertThat(ask("PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(count("events"))
                .isPositive()
                .isEqualTo(Long.parseLong(ask("SELECT sum(rows_written) FROM dmt_ledger WHERE chunk > 0")));
    }

    @Test
    void the_sources_own_file_is_refused() throws IOException {
        events(10);
        config();
        Files.createSymbolicLink(folder.resolve("dev.db"), folder.resolve("source.db"));
        DmtProcess.Result result = dmt("run", "--yes");
        assertThat(result.exitStatus()).as(result.err()).isEqualTo(78);
        assertThat(result.err()).contains("target.path", "the file of the source");
        assertThat(dmt("run", "--source", "source.db", "--target", "./source.db")
                        .exitStatus())
                .isEqualTo(78);
    }

    private void prepare() {
        events(20_000);
        config("shard_rows: 2000");
        for (String step : List.of("extract-schema", "plan", "create-tables")) {
            done(dmt("step", step));
        }
    }

    private void events(int rows) {
        source(
                "CREATE TABLE events(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, amount REAL, note TEXT, data BLOB)",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + rows + ")"
                        + " INSERT INTO events SELECT i + i / 100, 'kind ' || (i % 7), i * 0.1,"
                        + " CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'né, \"' || i || '\"' END,"
                        + " CASE i % 11 WHEN 0 THEN x'00ff' END FROM n");
    }

    private void source(String... statements) {
        write("source.db", statements);
    }

    private void execute(String sql) {
        write("dev.db", sql);
    }

    private void write(String file, String... statements) {
        try (Connection connection = open(file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection open(String file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file) + "?busy_timeout=10000");
    }

    private String ask(String sql) {
        try (Connection connection = open("dev.db");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String table) {
        return Long.parseLong(ask("SELECT count(*) FROM " + table));
    }

    /** Chunks that are durably in the target; 0 before there is a ledger. */
    private long chunks() {
        if (Files.notExists(folder.resolve("dev.db"))
                || ask("SELECT 1 FROM sqlite_master WHERE name = 'dmt_ledger'").isEmpty()) {
            return 0;
        }
        return Long.parseLong(ask("SELECT coalesce(sum(chunk), 0) FROM dmt_ledger"));
    }

    private void config(String... migration) {
        List<String> lines = new ArrayList<>(List.of(
                "source: { type: sqlite, path: source.db }", "target: { type: sqlite, path: dev.db }", "migration:"));
        lines.add("  target_mode: drop_recreate");
        Arrays.stream(migration).map("  "::concat).forEach(lines::add);
        try {
            Files.write(folder.resolve("dmt.yaml"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DmtProcess start(Map<String, String> environment, String... arguments) {
        return DmtProcess.start(folder, environment, arguments);
    }

    private DmtProcess startFailingAt(String failpoints, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--enable-failpoints");
        return start(Map.of("DMT_FAILPOINTS", failpoints), all.toArray(String[]::new));
    }

    private DmtProcess.Result dmt(String... arguments) {
        return DmtProcess.run(folder, Map.of(), arguments);
    }

    private static void done(DmtProcess.Result result) {
        assertThat(result.exitStatus()).as(result.err() + result.out()).isZero();
    }
}
