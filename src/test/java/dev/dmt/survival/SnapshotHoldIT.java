package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot that one process holds for the steps of others: all read one state, or none. */
class SnapshotHoldIT {
    private static final String ROWS = "SELECT count(*), sum(v) FROM t";

    @TempDir
    Path folder;

    private DatabaseConfig source;
    private DatabaseConfig target;

    @BeforeEach
    void make_the_databases() throws IOException {
        source = TestPostgres.newest().freshDatabase();
        target = TestPostgres.newest().freshDatabase();
        TestPostgres.execute(
                source,
                "CREATE TABLE t (id bigint PRIMARY KEY, v bigint)",
                "INSERT INTO t SELECT i, 1 FROM generate_series(1, 1000) AS i",
                "CREATE TABLE keyless (v bigint)",
                "INSERT INTO keyless SELECT i FROM generate_series(1, 20000) AS i");
        Files.write(
                folder.resolve("dmt.yaml"),
                List.of(
                        "source: " + end(source, "SOURCE_PASSWORD", ", snapshot: held"),
                        "target: " + end(target, "TARGET_PASSWORD", ""),
                        "migration: { large_table_rows: 5000 }"));
    }

    @Test
    void steps_in_processes_of_their_own_read_one_state_though_rows_change() throws IOException {
        try (DmtProcess holder = hold()) {
            for (String step : List.of("extract-schema", "plan", "create-tables", "transfer", "create-pks")) {
                done(dmt("step", step));
                TestPostgres.execute(
                        source,
                        "UPDATE t SET v = v + 1",
                        "DELETE FROM keyless WHERE v % 7 = 0",
                        "INSERT INTO keyless SELECT 1 FROM generate_series(1, 1000)");
            }
            done(dmt("step", "validate", "--checksum"));
            assertThat(TestPostgres.query(target, ROWS)).containsExactly("1000|1000");
            assertThat(TestPostgres.query(target, "SELECT count(*), count(DISTINCT v), sum(v) FROM keyless"))
                    .containsExactly("20000|20000|200010000");
            assertThat(TestPostgres.query(target, "SELECT count(*) > 1 FROM dmt_ledger WHERE unit LIKE 'keyless.p%'"))
                    .as("a large table without a key is read in parts")
                    .containsExactly("t");
            holder.terminate();
            assertThat(holder.await().exitStatus()).isZero();
        }
        assertThat(folder.resolve(".dmt/source-snapshot.yaml")).doesNotExist();
    }

    @Test
    void without_a_holder_nothing_is_read() {
        DmtProcess.Result early = dmt("step", "extract-schema");
        assertThat(early.exitStatus()).isEqualTo(75);
        assertThat(early.err()).contains("dmt snapshot hold");
    }

    @Test
    void a_holder_that_died_is_told_of_and_another_one_holds_another_state() {
        try (DmtProcess holder = hold()) {
            done(dmt("step", "extract-schema"));
            holder.kill();
        }
        DmtProcess.Result gone = dmt("step", "plan");
        assertThat(gone.exitStatus()).as(gone.err()).isEqualTo(65);
        assertThat(gone.err()).contains("is gone", "snapshot hold");
        try (DmtProcess other = hold()) {
            DmtProcess.Result changed = dmt("step", "plan");
            assertThat(changed.exitStatus()).as(changed.err()).isEqualTo(65);
            assertThat(changed.err()).contains("the source has changed");
            DmtProcess.Result second = dmt("snapshot", "hold");
            assertThat(second.exitStatus()).as(second.err()).isEqualTo(76);
            assertThat(other.isAlive()).isTrue();
        }
    }

    private DmtProcess hold() {
        DmtProcess holder = DmtProcess.start(folder, environment(), "snapshot", "hold");
        Waiting.until(
                "the snapshot is held: " + holder.err(),
                () -> holder.err().contains("holding the snapshot") || !holder.isAlive());
        assertThat(holder.isAlive()).as(holder.err()).isTrue();
        return holder;
    }

    private DmtProcess.Result dmt(String... arguments) {
        return DmtProcess.run(folder, environment(), arguments);
    }

    private Map<String, String> environment() {
        return Map.of(
                "SOURCE_PASSWORD", source.password().reveal(),
                "TARGET_PASSWORD", target.password().reveal());
    }

    private static String end(DatabaseConfig config, String password, String more) {
        return "{ type: postgres, host: " + config.host() + ", port: " + config.port() + ", database: "
                + config.database() + ", user: " + config.user()
                + (config.password().isEmpty() ? "" : ", password: \"${env:" + password + "}\"") + more + " }";
    }

    private static void done(DmtProcess.Result result) {
        assertThat(result.exitStatus()).as(result.err()).isZero();
    }
}
