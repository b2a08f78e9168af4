package dev.dmt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {
    @TempDir
    private Path folder;

    private CliRun cli;

    @BeforeEach
    void start() {
        cli = new CliRun(folder);
    }

    @Test
    void version_is_one_line_on_stdout() {
        assertThat(cli.run("--version")).isZero();
        assertThat(cli.out()).matches("dmt \\d+\\.\\d+\\.\\d+.*\\R");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void help_names_every_command() {
        assertThat(cli.run("--help")).isZero();
        assertThat(cli.out())
                .contains("quickstart", "init", "check", "explain", "run", "step", "status", "history", "units")
                .contains("validate", "reset", "completion", "version", "help")
                .doesNotContain("failpoints");
    }

    @Test
    void help_reaches_a_step_and_shows_its_own_flags_only() {
        assertThat(cli.run("help", "step", "transfer")).isZero();
        assertThat(cli.out())
                .contains("dmt step transfer", "Does what transfer does.", "--table", "--unit")
                .doesNotContain("--result-file", "--checksum");
    }

    @Test
    void help_on_what_is_not_there_is_wrong_usage() {
        assertThat(cli.run("help", "step", "fly")).isEqualTo(64);
        assertThat(cli.err()).contains("there is no command 'step fly'", "transfer");
    }

    @Test
    void the_help_flag_works_on_every_level() {
        assertThat(cli.run("step", "validate", "--help")).isZero();
        assertThat(cli.out()).contains("dmt step validate", "--checksum");
    }

    @Test
    void no_command_is_wrong_usage() {
        assertThat(cli.run()).isEqualTo(64);
        assertThat(cli.err()).contains("needs one of").contains("dmt --help");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void a_misspelt_command_gets_a_suggestion() {
        assertThat(cli.run("quikstart")).isEqualTo(64);
        assertThat(cli.err()).contains("there is no command 'dmt quikstart'").contains("did you mean quickstart");
    }

    @Test
    void short_words_steps_and_options_get_one_too() {
        assertThat(cli.run("rn")).isEqualTo(64);
        assertThat(cli.err()).contains("did you mean run?");
        assertThat(cli.run("step", "trasfer")).isEqualTo(64);
        assertThat(cli.err()).contains("did you mean transfer?");
        assertThat(cli.run("trasfer")).isEqualTo(64);
        assertThat(cli.err()).contains("did you mean dmt step transfer?");
        assertThat(cli.run("step", "transfer", "--tabel=a")).isEqualTo(64);
        assertThat(cli.err()).contains("did you mean --table?");
        assertThat(cli.run("run", "-x")).isEqualTo(64);
        assertThat(cli.err()).endsWith("what to do: see dmt run --help" + System.lineSeparator());
    }

    @Test
    void a_step_typed_as_a_command_is_explained() {
        assertThat(cli.run("transfer")).isEqualTo(64);
        assertThat(cli.err()).contains("'transfer' is a step: dmt step transfer");
    }

    @Test
    void a_missing_flag_is_wrong_usage() {
        assertThat(cli.run("units")).isEqualTo(64);
        assertThat(cli.err()).contains("--lane");
    }

    @Test
    void a_flag_that_makes_no_sense_for_a_step_is_refused() {
        assertThat(cli.migrate("step", "plan", "--table", "a")).isEqualTo(64);
        assertThat(cli.err()).contains("--table");
    }

    @Test
    void without_a_config_the_message_says_how_to_get_one() {
        assertThat(cli.run("run")).isEqualTo(78);
        assertThat(cli.err())
                .contains("there is no dmt.yaml in")
                .contains("dmt init")
                .contains("--source");
    }

    @Test
    void a_config_that_is_named_must_be_there() {
        assertThat(cli.run("run", "-c", "other.yaml")).isEqualTo(78);
        assertThat(cli.err()).contains("other.yaml");
    }

    @Test
    void common_flags_work_before_and_after_the_command() {
        assertThat(cli.run("--source", "app.db", "run", "--set", "migration.workers=2", "--checkpoint=c.yaml"))
                .isZero();
        assertThat(cli.configs.requests.get(0).overrides())
                .containsEntry("source.path", "app.db")
                .containsEntry("migration.workers", "2")
                .containsEntry("checkpoint.path", folder.resolve("c.yaml").toString());
    }

    @Test
    void a_config_in_the_working_folder_is_found() throws Exception {
        Path file = Files.writeString(folder.resolve("dmt.yaml"), "source: {}\n");
        assertThat(cli.run("run")).isZero();
        assertThat(cli.configs.requests.get(0).file()).contains(file);
    }

    @Test
    void write_config_saves_what_was_meant_unless_it_is_a_dry_run() {
        assertThat(cli.run("run", "--source=app.db", "--write-config=new.yaml", "--dry-run"))
                .isZero();
        assertThat(cli.configs.saved).isEmpty();
        assertThat(cli.run("run", "--source=app.db", "--write-config=new.yaml")).isZero();
        assertThat(cli.configs.saved).containsExactly(folder.resolve("new.yaml"));
    }

    @Test
    void completion_is_a_script_that_knows_the_steps() {
        assertThat(cli.run("completion", "bash")).isZero();
        assertThat(cli.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("transfer")
                .contains("--checkpoint");
    }
}
