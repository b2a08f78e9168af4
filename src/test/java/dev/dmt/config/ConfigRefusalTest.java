package dev.dmt.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigRefusalTest {
    @TempDir
    Path folder;

    @Test
    void all_problems_are_said_at_once_in_the_order_of_the_file() {
        String refusal = new Loading(folder)
                .flag("migration.shard_rows", "many")
                .variable("DMT_LEASE", "60")
                .refusal("""
                        source:
                          pth: app.db
                        target:
                          database: app
                          port: "5432"
                          port: 5433
                        migration:
                          target_mode: truncat
                          create_indexes: yes
                        surce: {}
                        """);

        assertThat(refusal.lines())
                .containsExactly(
                        "CONFIG 10 problems in the config:",
                        "  dmt.yaml:1:1: source.type: is missing; one of sqlite, postgres, mysql, mssql, oracle",
                        "  dmt.yaml:2:3: source.pth: unknown key; did you mean source.path?",
                        "  dmt.yaml:3:1: target.user: is missing: the user to connect as",
                        "  dmt.yaml:5:9: target.port: must be a whole number from 1 to 65535, not text: remove the quotes",
                        "  dmt.yaml:6:3: target.port: is set twice, first in line 5",
                        "  dmt.yaml:8:16: migration.target_mode: must be one of drop_recreate, truncate, upsert;"
                                + " did you mean truncate?",
                        "  dmt.yaml:9:19: migration.create_indexes: must be true or false, not text",
                        "  dmt.yaml:10:1: surce: unknown key; did you mean source?",
                        "  variable DMT_LEASE: lease: must be a time with its unit (60s, 5m, 1h) of at least 5s",
                        "  command line: migration.shard_rows: must be a whole number of at least 1, not text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "migration: {worker: 1}                 | migration.worker: unknown key; did you mean migration.workers?",
                "migration: {targetMode: upsert}        | did you mean migration.target_mode?",
                "workers: 3                             | workers: unknown key; did you mean migration.workers?",
                "staging: {checksum: true}              | did you mean validation.checksum?",
                "migration: {chunk_size: 5}             | rows travel in shards here, see migration.shard_rows",
                "slack: {enabled: true}                 | dmt.yaml:3:1: slack: unknown key",
                "migration: {workers: -1}               | must be a whole number from 0 to 1024",
                "migration: {workers: 2.5}              | not a number with a fraction",
                "migration: {workers: 010}              | not text",
                "migration: {workers: 0x10}             | not text",
                "migration: {workers: }                 | dmt.yaml:3:21: migration.workers: has no value",
                "migration: {workers: [1]}              | not a list",
                "migration: {workers: 99999999999999999999} | must be a whole number from 0 to 1024",
                "migration: {create_fks: 'true'}        | must be true or false, not text: remove the quotes",
                "migration: {create_fks: 1}             | must be true or false, not a whole number",
                "migration: {create_fks: off}           | must be true or false, not text",
                "migration: {via: CSV}                  | must be one of csv, stream; did you mean csv?",
                "migration: {include_tables: users}     | must be a list of texts, not text: put it in [brackets]",
                "migration: {include_tables: [a, 5]}    | dmt.yaml:3:33: migration.include_tables: must be text",
                "migration: {include_tables: [a, '']}   | must not be empty",
                "migration: {rename_tables: [a]}        | must be a map (source table to target table), not a list",
                "migration: {rename_columns: {a: b}}    | migration.rename_columns.a: must be named table.column",
                "migration: {rename_tables: {a: b, a: c}} | migration.rename_tables.a: is set twice",
                "migration: {types: {a.b: strng}}       | migration.types.a.b: must be a type: one of boolean",
                "migration: {shard_bytes: 64M}          | must be a size of at least 1 byte, such as 64MB",
                "migration: {shard_bytes: 0}            | must be a size of at least 1 byte",
                "migration: {create_fks: true, create_foreign_keys: true} | create_foreign_keys: is set twice",
                "lease: 60                              | must be a time with its unit",
                "lease: 4s                              | of at least 5s",
                "checkpoint: here.yaml                  | checkpoint: must be a section of keys, not text",
                "logging: {file: ''}                    | logging.file: must not be empty",
                "report: {path: 7}                      | must be text, not a whole number: put it in quotes",
                "report: {path: ~/out}                  | must be a path without ~, which only shells know",
                "checkpoint: {path: 'jdbc:target'}      | checkpoint.path: must be a path; nothing but files",
                "? {a: b}                               | dmt.yaml:3:4: this cannot be read as YAML",
            })
    void a_mistake_is_named_with_its_remedy(String line, String said) {
        assertThat(new Loading(folder).refusal(Loading.ENDS + line)).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: sqlite}                          | source.path: is missing: the file of the SQLite database",
                "{type: postgres, user: a}               | source.database: is missing: the database's name",
                "{type: postgres, database: a}           | source.user: is missing",
                "{type: mysql, path: a}                  | source.path: is for sqlite and an embedded postgres",
                "{type: postgres, path: a, host: b}      | source.path: means an embedded PostgreSQL",
                "{type: postgresql, path: a}             | source.type: must be one of sqlite, postgres, mysql",
                "{type: postgres, path: a, ssl_mode: true} | source.ssl_mode: must be text",
                "{type: postgres, path: a, ssl_mode: requir} | verify-full; did you mean require?",
                "{path: a, user: 12}                     | source.user: must be text, not a whole number",
                "{path: a, snapshot: pined}              | did you mean pinned?",
                "                                        | dmt.yaml:1:1: source.type: is missing",
            })
    void an_end_that_cannot_work_is_named_with_its_remedy(String source, String said) {
        String written = source == null ? "" : source;
        assertThat(new Loading(folder).refusal("source: " + written + "\ntarget: {database: app, user: app}\n"))
                .contains(said);
    }

    @Test
    void an_invalid_value_is_not_called_missing_as_well() {
        assertThat(new Loading(folder).refusal("source: {type: sqlit}\ntarget: {database: 1, user: a}"))
                .startsWith("CONFIG 2 problems")
                .doesNotContain("missing");
    }

    @Test
    void misspelt_flags_and_variables_are_problems_too() {
        String refusal = new Loading(folder)
                .flag("migration.workrs", "1")
                .variable("DMT_MIGRATION_WORKRES", "1")
                .variable("DMT_SOMETHING_ELSE", "1")
                .refusal(Loading.ENDS);

        assertThat(refusal)
                .startsWith("CONFIG 2 problems")
                .contains("command line: migration.workrs: unknown key; did you mean migration.workers?")
                .contains("variable DMT_MIGRATION_WORKRES: no such variable; did you mean DMT_MIGRATION_WORKERS?");
    }

    @Test
    void a_value_that_a_flag_replaces_is_not_looked_at() {
        Loading loading = new Loading(folder).flag("target.password", "x");

        assertThat(loading.load(Loading.ENDS.replace("user: app", "user: app, password: \"${env:NOT_SET}\""))
                        .target()
                        .password()
                        .reveal())
                .isEqualTo("x");
    }

    @Test
    void a_file_that_cannot_be_read_is_named_with_what_to_do() throws Exception {
        Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});

        assertThatThrownBy(() -> new Loading(folder).load(Optional.of(Path.of("no.yaml"))))
                .isInstanceOfSatisfying(DmtException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CONFIG);
                    assertThat(e.context().hint().orElseThrow()).contains("dmt init");
                })
                .hasMessage("the config file no.yaml does not exist");
        assertThatThrownBy(() -> new Loading(folder).load(Optional.of(Path.of("latin.yaml"))))
                .hasMessage("the config file latin.yaml is not UTF-8 text");
        assertThatThrownBy(() -> new Loading(folder).load(Optional.of(Path.of("."))))
                .hasMessage("the config file . cannot be read");
    }

    @Test
    void the_context_points_at_the_first_problem() {
        assertThatThrownBy(() -> new Loading(folder).load(Loading.ENDS + "lease: no\nlogging: {level: x}"))
                .isInstanceOfSatisfying(
                        DmtException.class,
                        e -> assertThat(e.context().where())
                                .containsEntry("where", "dmt.yaml:3:8")
                                .containsEntry("key", "lease"));
    }
}
