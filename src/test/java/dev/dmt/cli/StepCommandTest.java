package dev.dmt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.step.Confirmation;
import dev.dmt.step.StepResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepCommandTest {
    @TempDir
    private Path folder;

    private CliRun cli;

    @BeforeEach
    void start() {
        cli = new CliRun(folder);
    }

    @Test
    void flags_reach_the_step() {
        assertThat(cli.migrate(
                        "step",
                        "transfer",
                        "--table=a*",
                        "--table=b",
                        "--unit=a.p01",
                        "--dry-run",
                        "--yes",
                        "--show-data"))
                .isZero();
        assertThat(cli.steps.requests).singleElement().satisfies(request -> {
            assertThat(request.tables()).containsExactly("a*", "b");
            assertThat(request.units()).containsExactly("a.p01");
            assertThat(request.dryRun()).isTrue();
            assertThat(request.options().confirmed()).isTrue();
            assertThat(request.options().showData()).isTrue();
        });
        assertThat(cli.out()).isEqualTo("moved\ntransfer: done, 1,234 rows\n");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void validate_is_its_step_by_a_shorter_name() {
        assertThat(cli.migrate("validate", "--checksum", "--table=a")).isZero();
        assertThat(cli.migrate("step", "validate", "--checksum", "--table=a")).isZero();
        assertThat(cli.steps.requests).hasSize(2);
        assertThat(cli.steps.requests.get(0)).isEqualTo(cli.steps.requests.get(1));
        assertThat(cli.steps.requests.get(0).options().checksum()).isTrue();
    }

    @Test
    void cleanup_reaches_the_report() {
        assertThat(cli.migrate("step", "report", "--cleanup")).isZero();
        assertThat(cli.steps.requests.get(0).options().cleanup()).isTrue();
    }

    @Test
    void work_that_is_done_is_said_to_be_done() {
        cli.steps.behaviour = (context, request) -> new StepResult("transfer", true, Map.of(), List.of());
        assertThat(cli.migrate("step", "transfer")).isZero();
        assertThat(cli.out()).isEqualTo("transfer: already done\n");
    }

    @Test
    void a_failure_says_what_where_and_what_to_do() {
        cli.steps.behaviour = (context, request) -> {
            throw new DmtException(
                    ErrorCode.LEASE_HELD,
                    "another attempt holds orders",
                    ErrorContext.at("table", "orders").withHint("wait for it"));
        };
        assertThat(cli.migrate("step", "transfer")).isEqualTo(76);
        assertThat(cli.err())
                .isEqualTo("dmt: another attempt holds orders\n  table: orders\n  what to do: wait for it\n");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void the_stack_trace_is_for_the_verbose() {
        cli.steps.behaviour = (context, request) -> {
            throw new IllegalStateException("broken");
        };
        assertThat(cli.migrate("step", "transfer")).isEqualTo(70);
        assertThat(cli.err()).contains("a bug in dmt: IllegalStateException: broken", "--verbose");
        assertThat(cli.err()).doesNotContain("at dev.dmt");
        assertThat(cli.migrate("step", "transfer", "--verbose")).isEqualTo(70);
        assertThat(cli.err()).contains("at dev.dmt");
    }

    @Test
    void out_of_memory_ends_as_the_jvm_would() {
        cli.steps.behaviour = (context, request) -> {
            throw new OutOfMemoryError("Java heap space");
        };
        assertThat(cli.migrate("step", "transfer")).isEqualTo(3);
        assertThat(cli.err()).contains("-Xmx");
    }

    @Test
    void a_person_may_confirm_what_is_refused() {
        cli.steps.behaviour = (context, request) -> {
            if (!request.options().confirmed()) {
                throw Confirmation.needed("drops 1 table that holds rows: a");
            }
            return new StepResult("transfer", false, Map.of(), List.of());
        };
        assertThat(cli.migrate("step", "transfer")).isEqualTo(78);
        assertThat(cli.err()).contains("drops 1 table that holds rows: a").contains("--yes");
        cli.terminal = new Terminals("no");
        assertThat(cli.migrate("step", "transfer")).isEqualTo(78);
        Terminals person = new Terminals("y");
        cli.terminal = person;
        assertThat(cli.migrate("step", "transfer")).isZero();
        assertThat(person.questions).singleElement().asString().contains("a; add --yes", "Go on");
    }

    @Test
    void what_breaks_while_being_stopped_counts_as_stopped() {
        cli.steps.behaviour = (context, request) -> {
            context.cancellation().request("a test wants it");
            throw new IllegalStateException("connection closed");
        };
        assertThat(cli.migrate("step", "transfer")).isEqualTo(75);
        assertThat(cli.err()).contains("stopped: a test wants it").contains("goes on from the last chunk");
    }
}
