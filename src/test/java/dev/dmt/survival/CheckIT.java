package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What check says beforehand is what run would refuse, and nothing was touched to find it out. */
class CheckIT {
    private static final int DATA = 65;
    private static final int CONFIG = 78;
    private static final String CLEAR = "nothing is in the way";

    @TempDir
    Path folder;

    @Test
    void rows_of_others_are_named_before_a_run_refuses_them() {
        Workbench bench = Workbench.in(folder).events(100).config();
        assertThat(check(bench, 0).out()).contains(CLEAR);
        TestPostgres.execute(bench.target(), "CREATE TABLE events(id bigint)", "INSERT INTO events VALUES (1)");
        assertThat(check(bench, CONFIG).out()).contains("public.events", "--yes");
        assertThat(check(bench, 0, "--yes").out()).contains("public.events");
        assertThat(TestPostgres.query(bench.target(), "SELECT relname FROM pg_class WHERE relname = 'dmt_ledger'"))
                .isEmpty();
        assertThat(bench.checkpointFile("checkpoint.yaml")).doesNotExist();
    }

    @Test
    void tables_that_the_run_made_itself_are_not_in_its_way() {
        Workbench bench = Workbench.in(folder).events(100).config();
        bench.steps("extract-schema", "plan", "create-tables", "transfer");
        assertThat(check(bench, 0).out()).contains(CLEAR);
    }

    @Test
    void views_keys_and_occupied_names_are_named_each() {
        Workbench bench = Workbench.in(folder)
                .events(10)
                .source("CREATE TABLE taken(id INTEGER PRIMARY KEY)")
                .config();
        TestPostgres.execute(
                bench.target(),
                "CREATE TABLE events(id bigint PRIMARY KEY)",
                "CREATE VIEW watched AS SELECT * FROM events",
                "CREATE TABLE others(event_id bigint CONSTRAINT to_events REFERENCES events(id))",
                "CREATE VIEW taken AS SELECT 1 AS id");
        assertThat(check(bench, CONFIG).out())
                .contains("public.watched reads public.events", "to_events", "public.taken is a view");
    }

    @Test
    void a_shape_that_does_not_fit_is_named() {
        Workbench bench = Workbench.in(folder).events(10).config();
        TestPostgres.execute(bench.target(), "CREATE TABLE events(id bigint)");
        assertThat(check(bench, DATA, "--set", "migration.target_mode=truncate").out())
                .contains("public.events has no column kind");
    }

    private static DmtProcess.Result check(Workbench bench, int exitStatus, String... more) {
        DmtProcess.Result result = bench.dmt(
                Stream.concat(Stream.of("check", "--json"), Stream.of(more)).toArray(String[]::new));
        assertThat(result.exitStatus()).as(result.out() + result.err()).isEqualTo(exitStatus);
        return result;
    }
}
