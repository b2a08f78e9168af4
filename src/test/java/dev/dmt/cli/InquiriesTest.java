package dev.dmt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InquiriesTest {
    @TempDir
    private Path folder;

    private CliRun cli;

    @BeforeEach
    void start() {
        cli = new CliRun(folder);
    }

    @Test
    void units_are_one_list_on_the_last_line() {
        assertThat(cli.migrate("units", "--lane", "large")).isZero();
        assertThat(cli.lastLine())
                .isEqualTo("[{\"name\":\"orders.p01\",\"tables\":[\"orders\"],\"units\":[\"orders.p01\"],\"rows\":9}]");
        assertThat(cli.migrate("units", "--lane", "middle")).isEqualTo(64);
    }

    @Test
    void status_is_for_people_or_for_programs() {
        assertThat(cli.migrate("status", "--watch")).isZero();
        assertThat(cli.out()).contains("run r1: done", "orders.p01", "1,234");
        assertThat(cli.migrate("status", "--json")).isZero();
        assertThat(cli.lastLine()).startsWith("{\"run\":{\"id\":\"r1\",\"state\":\"DONE\"");
    }

    @Test
    void status_needs_no_config() {
        assertThat(cli.run("status", "--checkpoint=elsewhere.yaml")).isZero();
        assertThat(cli.configs.requests.get(0).overrides())
                .containsEntry(
                        "checkpoint.path", folder.resolve("elsewhere.yaml").toString())
                .containsKey("source.path");
    }

    @Test
    void history_lists_runs() {
        assertThat(cli.migrate("history")).isZero();
        assertThat(cli.out()).contains("r1", "2026-01-02T03:04:05Z");
    }

    @Test
    void check_shows_all_and_fails_as_the_first_failure_would() {
        assertThat(cli.migrate("check")).isZero();
        cli.inquiries.reachable = false;
        assertThat(cli.migrate("check")).isEqualTo(69);
        assertThat(cli.out()).contains("does not answer");
        assertThat(cli.err()).contains("target: does not answer").contains("start the server");
    }

    @Test
    void explain_shows_types_ddl_and_what_stays_behind() {
        assertThat(cli.migrate("explain", "orders")).isZero();
        assertThat(cli.out())
                .contains("orders -> public.orders: 10 rows")
                .contains("bigint", "exact", "CREATE TABLE orders (id bigint);", "view v: views stay behind");
    }

    @Test
    void explain_shows_what_was_found_where_that_is_asked_for() {
        assertThat(cli.migrate("explain")).isZero();
        assertThat(cli.out()).doesNotContain("1 to 40");
        assertThat(cli.migrate("explain", "--probe")).isZero();
        assertThat(cli.out()).contains("found", "1 to 40");
    }

    @Test
    void explain_is_a_gate_for_losses() {
        assertThat(cli.migrate("explain", "--fail-on", "widened")).isZero();
        assertThat(cli.migrate("explain", "--fail-on", "omitted")).isEqualTo(65);
        assertThat(cli.err()).contains("view v: views stay behind");
        assertThat(cli.migrate("explain", "--fail-on", "anything")).isEqualTo(64);
    }

    @Test
    void a_dry_run_explains_and_runs_nothing() {
        assertThat(cli.migrate("run", "--dry-run")).isZero();
        assertThat(cli.out()).contains("CREATE TABLE orders");
        assertThat(cli.steps.requests).isEmpty();
    }

    @Test
    void reset_names_what_was_forgotten() {
        assertThat(cli.migrate("reset", "transfer", "--table=orders")).isZero();
        assertThat(cli.out()).isEqualTo("forgot steps/transfer/orders\n");
        assertThat(cli.migrate("reset", "fly")).isEqualTo(64);
        assertThat(cli.err()).contains("there is no step 'fly'");
    }

    @Test
    void init_writes_a_commented_config_once() throws Exception {
        assertThat(cli.run("init", "--dry-run")).isZero();
        assertThat(folder.resolve("dmt.yaml")).doesNotExist();
        assertThat(cli.run("init")).isZero();
        assertThat(Files.readString(folder.resolve("dmt.yaml"))).isEqualTo("# template of {}\n");
        assertThat(cli.run("init")).isEqualTo(78);
        assertThat(cli.run("init", "--force")).isZero();
    }

    @Test
    void init_asks_on_a_terminal() throws Exception {
        cli.terminal = new Terminals("my.db", "");
        assertThat(cli.run("init")).isZero();
        assertThat(Files.readString(folder.resolve("dmt.yaml")))
                .isEqualTo("# template of {source.path=my.db, source.type=sqlite}\n");
    }

    @Test
    void run_shows_a_table_and_where_the_report_lies() {
        assertThat(cli.migrate("run")).isZero();
        assertThat(cli.out()).contains("step", "seconds", "1,234").contains("report: " + folder.resolve("report"));
    }

    @Test
    void quickstart_needs_nothing_and_may_be_repeated() {
        assertThat(cli.run("quickstart", "--keep")).isZero();
        assertThat(cli.out())
                .contains("(sample database)", "11 tables", "report: ", "server: postgres://dmt@localhost:4242/dmt");
        assertThat(cli.configs.requests.get(0).overrides())
                .containsEntry(
                        "staging.path",
                        folder.resolve(".dmt/quickstart/staging").toString());
        assertThat(cli.steps.requests.get(0).options().confirmed()).isTrue();
        assertThat(folder.resolve(".dmt/quickstart/sample.db")).exists();
        assertThat(cli.run("quickstart", "--folder", ".dmt/quickstart")).isZero();
        assertThat(cli.out()).contains("already done, 11 tables");
    }
}
