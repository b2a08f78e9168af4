package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person corrects what a message complained of, and says the same command again. */
class SecondThoughtsIT {
    private static final int DATA = 65;
    private static final int CONFIG = 78;

    @TempDir
    Path folder;

    @Test
    void a_plan_that_failed_gives_way_to_a_corrected_config() {
        Workbench bench = misfit().config();
        assertThat(bench.dmt("run").exitStatus()).isEqualTo(DATA);
        assertThat(bench.dmt("status").out()).contains(": failed, ");
        bench.config("on_misfit: widen");
        DmtProcess.Result corrected = bench.dmt("run");
        assertThat(corrected.exitStatus()).as(corrected.err()).isZero();
        assertThat(bench.targetCount("pupil")).isEqualTo(2);
        assertThat(bench.dmt("history").out()).contains("done", "failed");
    }

    @Test
    void a_plan_that_failed_gives_way_to_corrected_data() {
        Workbench bench = misfit().config();
        assertThat(bench.dmt("run").exitStatus()).isEqualTo(DATA);
        bench.source("UPDATE pupil SET age = 9");
        DmtProcess.Result corrected = bench.dmt("run");
        assertThat(corrected.exitStatus()).as(corrected.err()).isZero();
    }

    @Test
    void a_run_that_moved_rows_keeps_its_premises_until_others_are_accepted_and_then_those() {
        Workbench bench = Workbench.in(folder).events(2_000).config();
        bench.dmt("step", "extract-schema");
        bench.dmt("step", "plan");
        bench.dmt("step", "create-tables");
        assertThat(bench.dmt("step", "transfer").exitStatus()).isZero();
        bench.config("create_indexes: false");
        assertThat(bench.dmt("run").exitStatus()).isEqualTo(CONFIG);
        assertThat(bench.dmt("run", "--accept-config-change").exitStatus()).isZero();
        assertThat(bench.dmt("validate").exitStatus()).isZero();
    }

    @Test
    void explain_speaks_of_the_source_that_was_asked_for() throws IOException {
        Workbench bench = misfit().config("on_misfit: widen");
        assertThat(bench.dmt("step", "extract-schema").exitStatus()).isZero();
        assertThat(bench.dmt("step", "plan").exitStatus()).isZero();
        Path elsewhere = Files.createDirectory(folder.resolve("other"));
        Workbench other = Workbench.in(elsewhere, bench.target()).source("CREATE TABLE teacher(id INT)");
        assertThat(bench.dmt("explain", "--source", other.source().toString()).out())
                .contains("teacher -> public.teacher")
                .doesNotContain("pupil");
        assertThat(bench.dmt("explain").out()).contains("pupil -> public.pupil");
    }

    @Test
    void explain_shows_what_is_refused_beside_what_is_not() {
        Workbench bench = misfit().config();
        DmtProcess.Result text = bench.dmt("explain");
        assertThat(text.exitStatus()).as(text.err()).isEqualTo(DATA);
        assertThat(text.out()).contains("pupil -> public.pupil", "refused", "on_misfit");
        assertThat(text.err()).contains("column age").doesNotContain("dmt explain");
        DmtProcess.Result json = bench.dmt("explain", "--json");
        assertThat(json.exitStatus()).isEqualTo(DATA);
        assertThat(json.out()).startsWith("{").contains("REFUSED", "problems");
    }

    @Test
    void a_view_in_the_place_of_a_table_is_refused() {
        Workbench bench = misfit().config("on_misfit: widen");
        TestPostgres.execute(
                bench.target(), "CREATE TABLE kept(id bigint, age text)", "CREATE VIEW pupil AS SELECT * FROM kept");
        DmtProcess.Result refused = bench.dmt("run", "--yes");
        assertThat(refused.exitStatus()).as(refused.err()).isEqualTo(CONFIG);
        assertThat(refused.err()).contains("public.pupil is a view");
        assertThat(bench.targetCount("kept")).isZero();
    }

    @Test
    void a_table_that_a_view_depends_on_is_not_dropped_and_the_view_is_named() {
        Workbench bench = misfit().config("on_misfit: widen");
        TestPostgres.execute(
                bench.target(), "CREATE TABLE pupil(id bigint)", "CREATE VIEW ours AS SELECT * FROM pupil");
        DmtProcess.Result refused = bench.dmt("run", "--yes");
        assertThat(refused.exitStatus()).as(refused.err()).isEqualTo(CONFIG);
        assertThat(refused.err()).contains("public.ours", "truncate");
    }

    private Workbench misfit() {
        return Workbench.in(folder)
                .source(
                        "CREATE TABLE pupil(id INTEGER PRIMARY KEY, age INT)",
                        "INSERT INTO pupil VALUES (1, 7), (2, 'seven')");
    }
}
