package dev.dmt.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    Path folder;

    @Test
    void the_smallest_config_has_every_default_filled_in() {
        DmtConfig config = new Loading(folder).load(Loading.ENDS);

        assertThat(config.source().type()).isEqualTo(EngineName.SQLITE);
        assertThat(config.source().path()).contains(folder.resolve("app.db").toString());
        assertThat(config.source().snapshot()).isEqualTo(SnapshotMode.AUTO);
        assertThat(config.target())
                .extracting(
                        DatabaseConfig::type,
                        DatabaseConfig::host,
                        DatabaseConfig::port,
                        DatabaseConfig::database,
                        DatabaseConfig::user,
                        DatabaseConfig::schema)
                .containsExactly(EngineName.POSTGRES, "localhost", 5432, "app", "app", "public");
        assertThat(config.target().password().isEmpty()).isTrue();
        assertThat(config.migration())
                .isEqualTo(new MigrationConfig(
                        TargetMode.DROP_RECREATE,
                        List.of("*"),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        TransferVia.CSV,
                        64_000_000,
                        0,
                        5_000_000,
                        200,
                        500_000,
                        64_000_000,
                        BadRowPolicy.FAIL,
                        1_000,
                        MisfitPolicy.FAIL,
                        BadTextPolicy.FAIL,
                        true,
                        true,
                        true));
        assertThat(config.staging())
                .isEqualTo(new StagingConfig(folder.resolve(".dmt/staging"), false, ShardCompression.NONE));
        assertThat(config.checkpoint()).isEqualTo(folder.resolve(".dmt/checkpoint.yaml"));
        assertThat(config.reportFolder()).isEqualTo(folder.resolve(".dmt/report"));
        assertThat(config.validation()).isEqualTo(new ValidationConfig(true, false, 10_000));
        assertThat(config.logging()).isEqualTo(new LoggingConfig("info", false, Optional.empty()));
        assertThat(config.lease()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void every_key_reaches_its_place() {
        DmtConfig config = new Loading(folder).load("""
                        source:
                          type: postgres
                          host: db1
                          port: 6432
                          database: shop
                          user: reader
                          password: 'a: b # "c"'
                          schema: sales
                          ssl_mode: verify-full
                          snapshot: pinned
                          properties: {socketTimeout: 300, applicationName: "dmt # 1"}
                        target: {type: postgres, path: ./pg}
                        migration:
                          target_mode: upsert
                          include_tables: ["a*", b]
                          exclude_tables:
                            - a_old
                          rename_tables: {a: b c}
                          rename_columns: {a.x: y}
                          types: {a.total: "decimal(12,2)"}
                          via: csv
                          workers: 4
                          large_table_threshold: 1_000
                          max_units: 9
                          shard_rows: 10
                          shard_bytes: "256 KiB"
                          on_bad_row: quarantine
                          max_rejects: 0
                          on_misfit: widen
                          on_bad_text: bytea
                          create_indexes: false
                          create_foreign_keys: false
                          create_check_constraints: false
                        staging: {path: /tmp/shards, keep: true, compression: zstd}
                        checkpoint: {path: state/run.yaml}
                        report: {path: out}
                        validation: {profiles: false, checksum: true, leaf_rows: 5}
                        logging: {level: debug, format: json, file: dmt.log}
                        lease: 5m
                        """);

        assertThat(config.source())
                .isEqualTo(new DatabaseConfig(
                        EngineName.POSTGRES,
                        Optional.empty(),
                        "db1",
                        6432,
                        "shop",
                        "reader",
                        config.source().password(),
                        "sales",
                        Optional.of("verify-full"),
                        SnapshotMode.PINNED,
                        Map.of("socketTimeout", "300", "applicationName", "dmt # 1")));
        assertThat(config.source().password().reveal()).isEqualTo("a: b # \"c\"");
        assertThat(config.target().path()).contains(folder.resolve("pg").toString());
        assertThat(config.migration())
                .isEqualTo(new MigrationConfig(
                        TargetMode.UPSERT,
                        List.of("a*", "b"),
                        List.of("a_old"),
                        Map.of("a", "b c"),
                        Map.of("a.x", "y"),
                        Map.of("a.total", "decimal(12,2)"),
                        TransferVia.CSV,
                        64_000_000,
                        4,
                        1_000,
                        9,
                        10,
                        262_144,
                        BadRowPolicy.QUARANTINE,
                        0,
                        MisfitPolicy.WIDEN,
                        BadTextPolicy.BYTEA,
                        false,
                        false,
                        false));
        assertThat(config.staging()).isEqualTo(new StagingConfig(Path.of("/tmp/shards"), true, ShardCompression.ZSTD));
        assertThat(config.checkpoint()).isEqualTo(folder.resolve("state/run.yaml"));
        assertThat(config.reportFolder()).isEqualTo(folder.resolve("out"));
        assertThat(config.validation()).isEqualTo(new ValidationConfig(false, true, 5));
        assertThat(config.logging())
                .isEqualTo(new LoggingConfig("debug", true, Optional.of(folder.resolve("dmt.log"))));
        assertThat(config.lease()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_flag_counts_before_a_variable_before_the_file_before_the_default() {
        String yaml = Loading.ENDS + "migration: {workers: 2}\n";

        assertThat(new Loading(folder).load(Loading.ENDS).migration().workers()).isZero();
        assertThat(new Loading(folder).load(yaml).migration().workers()).isEqualTo(2);
        Loading withVariable = new Loading(folder).variable("DMT_MIGRATION_WORKERS", "3");
        assertThat(withVariable.load(yaml).migration().workers()).isEqualTo(3);
        assertThat(withVariable
                        .flag("migration.workers", "4")
                        .load(yaml)
                        .migration()
                        .workers())
                .isEqualTo(4);
    }

    @Test
    void an_empty_variable_says_nothing_and_an_empty_flag_sets_back_to_the_default() {
        String yaml = Loading.ENDS + "migration: {workers: 2, exclude_tables: [a]}\n";

        assertThat(new Loading(folder)
                        .variable("DMT_MIGRATION_WORKERS", "")
                        .load(yaml)
                        .migration()
                        .workers())
                .isEqualTo(2);
        assertThat(new Loading(folder)
                        .flag("migration.workers", "")
                        .load(yaml)
                        .migration()
                        .workers())
                .isZero();
        assertThat(new Loading(folder)
                        .flag("migration.exclude_tables", "")
                        .load(yaml)
                        .migration()
                        .excludeTables())
                .isEmpty();
    }

    @Test
    void flags_and_variables_hold_lists_and_maps_with_commas() {
        DmtConfig config = new Loading(folder)
                .variable("DMT_MIGRATION_INCLUDE_TABLES", "a*, b")
                .flag("migration.types", "a.x=decimal(12,2),a.y=text")
                .flag("migration.rename_tables", "old = new")
                .load(Loading.ENDS);

        assertThat(config.migration().includeTables()).containsExactly("a*", "b");
        assertThat(config.migration().types()).isEqualTo(Map.of("a.x", "decimal(12,2)", "a.y", "text"));
        assertThat(config.migration().renameTables()).isEqualTo(Map.of("old", "new"));
    }

    @Test
    void a_flag_can_set_one_entry_of_a_map_that_the_file_has() {
        DmtConfig config = new Loading(folder)
                .flag("migration.types.a.y", "date")
                .load(Loading.ENDS + "migration: {types: {a.x: text, a.y: text}}");

        assertThat(config.migration().types()).isEqualTo(Map.of("a.x", "text", "a.y", "date"));
    }

    @Test
    void no_file_is_needed_when_flags_say_everything() {
        DmtConfig config = new Loading(folder)
                .flags(ConfigUrls.source("app.db"))
                .flags(ConfigUrls.target("postgres://app@localhost/app"))
                .load(Optional.empty());

        assertThat(config.source().describe()).isEqualTo("sqlite:" + folder.resolve("app.db"));
        assertThat(config.target().describe()).isEqualTo("postgres://app@localhost:5432/app");
        assertThat(config.checkpoint()).isEqualTo(folder.resolve(".dmt/checkpoint.yaml"));
    }

    @Test
    void paths_of_the_file_start_from_its_folder_and_those_of_flags_from_the_working_folder() throws Exception {
        Path home = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(home.resolve("my.yaml"), Loading.ENDS + "logging: {file: a.log}");

        DmtConfig config = new Loading(folder).flag("report.path", "out").load(Optional.of(Path.of("conf/my.yaml")));

        assertThat(config.source().path()).contains(home.resolve("app.db").toString());
        assertThat(config.checkpoint()).isEqualTo(home.resolve(".dmt/checkpoint.yaml"));
        assertThat(config.logging().file()).contains(home.resolve("a.log"));
        assertThat(config.reportFolder()).isEqualTo(folder.resolve("out"));
    }

    @Test
    void a_short_form_replaces_another_kind_of_database_in_the_file() {
        String server = "source: {path: app.db}\ntarget: {host: h, port: 1, database: d, user: u}\n";
        String embedded = "source: {path: app.db}\ntarget: {path: ./pg}\n";

        DatabaseConfig folderTarget = new Loading(folder)
                .flags(ConfigUrls.target("embedded:x"))
                .load(server)
                .target();
        assertThat(folderTarget.path()).contains(folder.resolve("x").toString());
        assertThat(folderTarget.database()).isEqualTo("postgres");
        assertThat(folderTarget.host()).isEmpty();
        assertThat(new Loading(folder)
                        .flags(ConfigUrls.target("postgres://a@b/c"))
                        .load(embedded)
                        .target()
                        .describe())
                .isEqualTo("postgres://a@b:5432/c");
        assertThat(new Loading(folder)
                        .flags(ConfigUrls.target("postgres://a@b/c"))
                        .load(server)
                        .target()
                        .port())
                .isEqualTo(5432);
    }

    @Test
    void an_empty_include_list_means_all_tables() {
        assertThat(new Loading(folder)
                        .load(Loading.ENDS + "migration: {include_tables: []}")
                        .migration()
                        .includeTables())
                .containsExactly("*");
    }

    @Test
    void null_is_a_policy_with_and_without_quotes() {
        for (String written : new String[] {"null", "\"null\""}) {
            assertThat(new Loading(folder)
                            .load(Loading.ENDS + "migration: {on_misfit: " + written + "}")
                            .migration()
                            .onMisfit())
                    .isEqualTo(MisfitPolicy.NULL);
        }
        assertThat(new Loading(folder).refusal(Loading.ENDS + "migration: {on_misfit: ~}"))
                .contains("has no value");
    }

    @Test
    void other_engines_have_their_own_defaults() {
        DmtConfig config = new Loading(folder)
                .load("source: {type: mssql, database: a, user: b}\ntarget: {type: mysql, database: a, user: b}");

        assertThat(config.source().port()).isEqualTo(1433);
        assertThat(config.source().schema()).isEqualTo("dbo");
        assertThat(config.target().port()).isEqualTo(3306);
        assertThat(config.target().schema()).isEmpty();
    }

    @Test
    void empty_sections_and_lists_count_as_not_there() {
        DmtConfig config =
                new Loading(folder).load(Loading.ENDS + "migration:\n  exclude_tables:\n    # - a\nlogging:\n");

        assertThat(config.migration().excludeTables()).isEmpty();
    }
}
