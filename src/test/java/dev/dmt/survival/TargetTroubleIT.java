package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.postgres.embedded.EmbeddedPostgres;
import dev.dmt.engine.postgres.embedded.EmbeddedSettings;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.MountedDisk;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target that is full, mute, without TLS, or not there. */
class TargetTroubleIT {
    private static final int UNREACHABLE = 69;
    private static final int FULL = 75;
    private static final int CONFIG = 78;

    @TempDir
    Path folder;

    @TempDir
    Path serverFolder;

    @Test
    void a_server_that_accepts_and_never_answers_is_given_up_after_three_tries() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Workbench bench =
                    Workbench.in(folder).through(mute.getLocalPort()).events(10).config();
            DmtProcess.Result result = bench.dmt("check", "--set", "target.properties=loginTimeout=1,connectTimeout=1");
            assertThat(result.exitStatus()).as(result.err()).isEqualTo(UNREACHABLE);
            assertThat(result.out() + result.err())
                    .contains("127.0.0.1")
                    .contains(Integer.toString(mute.getLocalPort()))
                    .contains("tried 3 times");
        }
    }

    @Test
    void a_config_that_demands_tls_gets_no_connection_without_it() throws IOException {
        Workbench bench = Workbench.in(folder).events(10).config();
        DmtProcess.Result result = bench.dmt("run", "--set", "target.ssl_mode=require");
        assertThat(result.exitStatus()).as(result.err()).isIn(UNREACHABLE, CONFIG);
        assertThat(result.err()).containsIgnoringCase("SSL").doesNotContain("\tat ");
    }

    @Test
    void a_database_that_is_not_there() {
        Workbench bench = Workbench.in(folder).events(10).config();
        DmtProcess.Result result = bench.dmt("run", "--set", "target.database=nowhere");
        assertThat(result.exitStatus()).as(result.err()).isEqualTo(CONFIG);
        assertThat(result.err()).contains("nowhere").contains("must be there");
    }

    @Test
    void a_full_disk_under_the_target_stops_the_run_which_goes_on_when_there_is_room() throws IOException {
        Path mountPoint = serverFolder.resolve("disk");
        Optional<MountedDisk> disk = MountedDisk.at(mountPoint, "16m");
        assumeTrue(disk.isPresent(), "SKIPPED: this system lets us mount no small disk; it takes root");
        try (MountedDisk small = disk.orElseThrow();
                EmbeddedPostgres server = EmbeddedPostgres.open(
                        new EmbeddedSettings(serverFolder.resolve("pg"), TestPostgres.version("newest"), Map.of()))) {
            Path space = Files.createDirectories(mountPoint.resolve("space"));
            Path data = serverFolder.resolve("pg/data");
            Files.setOwner(space, Files.getOwner(data));
            DatabaseConfig target = TestPostgres.at(server.port());
            TestPostgres.execute(target, "CREATE TABLESPACE small LOCATION '" + space + "'");
            TestPostgres.execute(target, "ALTER ROLE postgres SET default_tablespace = 'small'");
            Workbench bench = Workbench.in(folder, target).events(400_000).config("shard_rows: 20000");
            DmtProcess.Result full = bench.dmt("run", "--yes");
            assertThat(full.exitStatus()).as(full.err()).isEqualTo(FULL);
            assertThat(full.err()).contains("free space on the target").doesNotContain("\tat ");
            long committed = bench.targetCount("events");
            assertThat(committed).isBetween(1L, 399_999L);

            small.resize("256m");
            DmtProcess.Result second = bench.dmt("run", "--yes");
            assertThat(second.exitStatus()).as(second.err()).isZero();
            assertThat(bench.targetCount("events")).isEqualTo(400_000);
        }
    }
}
