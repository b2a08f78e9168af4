package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.MariaDbServer;
import dev.dmt.testing.TestMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration into a MariaDB that is killed, whose server goes, that another attempt overtakes: every row comes once. */
class MariaDbSurvivalIT {
    private static final int ROWS = 60_000;
    private static final int KILLS = 6;

    @TempDir
    Path folder;

    private String password = "";

    @Test
    void a_run_killed_many_times_has_every_row_once() {
        DatabaseConfig target = TestMariaDb.server().freshDatabase();
        prepare(target);
        Random random = new Random(7);
        for (int kills = 0; kills < KILLS; kills++) {
            try (DmtProcess attempt = start("run", "--yes")) {
                long chunks = chunks(target) + 1 + random.nextInt(3);
                Waiting.until("progress: " + attempt.err(), () -> !attempt.isAlive() || chunks(target) >= chunks);
                if (!attempt.isAlive()) {
                    break;
                }
                attempt.kill();
            }
        }
        finished(target);
    }

    @Test
    void a_server_that_goes_in_the_middle_is_no_loss() {
        MariaDbServer server = MariaDbServer.start();
        DatabaseConfig target = TestMariaDb.freshDatabase(TestMariaDb.at(server.port()));
        prepare(target);
        try (DmtProcess attempt = start("run", "--yes")) {
            Waiting.until("a chunk: " + attempt.err(), () -> !attempt.isAlive() || chunks(target) >= 2);
            server.kill();
            DmtProcess.Result lost = attempt.await();
            assertThat(lost.exitStatus()).as(lost.err()).isIn(69, 75);
        } finally {
            server.startAgain();
        }
        finished(target);
        server.kill();
    }

    @Test
    void an_attempt_that_was_overtaken_writes_nothing_more() {
        DatabaseConfig target = TestMariaDb.server().freshDatabase();
        prepare(target);
        try (DmtProcess zombie = start("run", "--yes")) {
            Waiting.until("a chunk: " + zombie.err(), () -> !zombie.isAlive() || chunks(target) >= 2);
            // Another machine would see just this: the lease ran out, and the zombie's session is none of ours.
            TestMariaDb.execute(
                    target,
                    "UPDATE dmt_ledger SET lease_until = 0, epoch = epoch + 1 WHERE unit = 'events' AND done = 0");
            DmtProcess.Result fenced = zombie.await();
            assertThat(fenced.exitStatus()).as(fenced.err()).isEqualTo(76);
        }
        long left = count(target);
        assertThat(left).isEqualTo(written(target));
        finished(target);
    }

    private void prepare(DatabaseConfig target) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("source.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE events(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, amount REAL, note TEXT,"
                    + " data BLOB)");
            statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS + ")"
                    + " INSERT INTO events SELECT i + i / 100, 'kind ' || (i % 7), i * 0.1,"
                    + " CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'né, \"' || i || '\"\\' END,"
                    + " CASE i % 11 WHEN 0 THEN x'00ff' END FROM n");
            Files.write(
                    folder.resolve("dmt.yaml"),
                    List.of(
                            "source: { type: sqlite, path: source.db }",
                            "target: { type: mysql, host: " + target.host() + ", port: " + target.port()
                                    + ", database: " + target.database() + ", user: " + target.user()
                                    + ", password: \"${env:TARGET_PASSWORD}\", ssl_mode: PREFERRED }",
                            "migration: { shard_rows: 2000, workers: 2 }"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        password = target.password().reveal();
    }

    private DmtProcess start(String... arguments) {
        return DmtProcess.start(folder, Map.of("TARGET_PASSWORD", password), arguments);
    }

    private void finished(DatabaseConfig target) {
        for (String[] command : List.of(new String[] {"run", "--yes"}, new String[] {"validate", "--checksum"})) {
            try (DmtProcess process = start(command)) {
                DmtProcess.Result result = process.await();
                assertThat(result.exitStatus()).as(result.err()).isZero();
            }
        }
        assertThat(count(target)).isEqualTo(ROWS);
    }

    private static long count(DatabaseConfig target) {
        return Long.parseLong(
                TestMariaDb.query(target, "SELECT count(*) FROM events").get(0));
    }

    private static long written(DatabaseConfig target) {
        return ask(target, "SELECT COALESCE(sum(rows_written), 0) FROM dmt_ledger WHERE unit = 'events'");
    }

    /** Chunks that are durably in the target; 0 before there is a ledger. */
    private static long chunks(DatabaseConfig target) {
        return TestMariaDb.query(target, "SHOW TABLES LIKE 'dmt_ledger'").isEmpty()
                ? 0
                : ask(target, "SELECT COALESCE(sum(chunk), 0) FROM dmt_ledger");
    }

    private static long ask(DatabaseConfig target, String sql) {
        return Long.parseLong(TestMariaDb.query(target, sql).get(0));
    }
}
