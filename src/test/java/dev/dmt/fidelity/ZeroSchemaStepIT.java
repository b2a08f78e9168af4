package dev.dmt.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.postgres.embedded.EmbeddedPostgres;
import dev.dmt.engine.postgres.embedded.EmbeddedSettings;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the step writes and refuses, without Zero itself, which has tests of its own. */
class ZeroSchemaStepIT {
    private static final List<String> SHOP = List.of(
            "CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL, big INTEGER)",
            "CREATE TABLE \"Order Details\" (id INTEGER PRIMARY KEY, \"First Name\" TEXT,"
                    + " author_id INTEGER NOT NULL REFERENCES author(id), photo BLOB)",
            "CREATE TABLE log_lines (line TEXT)",
            "INSERT INTO author VALUES (1, 'a', 9007199254740993), (2, 'b', 7)",
            "INSERT INTO \"Order Details\" VALUES (1, 'x', 1, x'00')",
            "INSERT INTO log_lines VALUES ('one'), ('two')");

    @TempDir
    private Path folder;

    @Test
    void a_run_ends_with_the_files_and_a_second_run_gives_the_same_bytes() throws IOException {
        Migration migration = enabled("zero: { enabled: true, identity_keys: [\"log_*\"] }");

        DmtProcess.Result run = migration.dmt("run");

        assertThat(run.exitStatus()).as(run.err()).isZero();
        String schema = read("schema.ts");
        assertThat(schema).contains("Order_Details", "First_Name", "zero_id").doesNotContain("photo: ");
        assertThat(read("publication.sql")).contains("\"Order_Details\"", "\"zero_id\"", "dmt_zero");
        assertThat(read("zero-report.md")).contains("photo", "bytea", "big");
        assertThat(migration.ask("SELECT line, zero_id FROM log_lines ORDER BY 2"))
                .containsExactly("one|1", "two|2");
        assertThat(read("../.dmt/report/report.md")).contains("column, for Zero", "photo");
        String publication = read("publication.sql");
        DmtProcess.Result again = migration.dmt("step", "zero-schema");
        assertThat(again.out()).contains("zero-schema: already done, 3 tables");
        assertThat(read("schema.ts")).isEqualTo(schema);
        assertThat(read("publication.sql")).isEqualTo(publication);
        assertThat(migration.dmt("validate", "--checksum").exitStatus()).isZero();
    }

    @Test
    void the_database_as_it_stands_gives_the_same_schema_without_a_source_or_a_run() throws IOException {
        Migration migration = enabled("zero: { enabled: true }");
        assertThat(migration.dmt("run").exitStatus()).isZero();
        String planned = read("schema.ts");
        String publication = read("publication.sql");
        DatabaseConfig target = migration.target();
        Files.writeString(
                folder.resolve("target.yaml"),
                "target: { type: postgres, host: " + target.host() + ", port: " + target.port() + ", database: "
                        + target.database() + ", user: " + target.user() + " }\nzero: { output: other }\n");

        DmtProcess.Result result = migration.dmt(
                "step", "zero-schema", "--from", "target", "--config", "target.yaml", "--checkpoint", "none.yaml");

        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(Files.readString(folder.resolve("other/schema.ts"))).isEqualTo(planned);
        assertThat(Files.readString(folder.resolve("other/publication.sql"))).isEqualTo(publication);
        assertThat(folder.resolve("none.yaml")).doesNotExist();
        assertThat(migration
                        .dmt("check", "--zero", "--from", "target", "--config", "target.yaml")
                        .out())
                .contains("2 tables with 2 relationships", "author.big", "Order_Details.photo", "log_lines");
    }

    @Test
    void a_table_that_leaves_its_publication_is_named() throws IOException {
        Migration migration = enabled("zero: { enabled: true }");
        assertThat(migration.dmt("run").exitStatus()).isZero();
        migration.target(read("publication.sql"));
        assertThat(migration.ask("SELECT tablename FROM pg_publication_tables WHERE pubname = 'dmt_zero' ORDER BY 1"))
                .containsExactly("Order_Details", "author");

        DmtProcess.Result again = migration.dmt("run", "--yes");

        assertThat(again.exitStatus()).as(again.err()).isZero();
        assertThat(again.err()).contains("public.author leaves the publication dmt_zero");
    }

    @Test
    void what_somebody_else_wrote_is_not_overwritten() throws IOException {
        Migration migration = enabled("zero: { output: mine }");
        assertThat(migration.dmt("run").exitStatus()).isZero();
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/schema.ts"), "// my own\n");

        DmtProcess.Result refused = migration.dmt("step", "zero-schema");

        assertThat(refused.exitStatus()).isEqualTo(78);
        assertThat(refused.err()).contains("schema.ts", "--yes");
        assertThat(folder.resolve("mine/publication.sql")).doesNotExist();
        assertThat(migration.dmt("step", "zero-schema", "--yes").exitStatus()).isZero();
        assertThat(Files.readString(folder.resolve("mine/schema.ts"))).contains("author");
    }

    @Test
    void names_that_zero_refuses_are_left_out_where_the_plan_did_not_heed_it() throws IOException {
        Migration migration = enabled("zero: { output: zero }");
        assertThat(migration.dmt("run").exitStatus()).isZero();
        assertThat(folder.resolve("zero")).doesNotExist();

        DmtProcess.Result result = migration.dmt("step", "zero-schema");

        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(result.out()).contains("Order Details left out: ", "migration.rename_tables");
        assertThat(read("publication.sql")).doesNotContain("TABLE \"public\".\"Order Details\"");
    }

    @Test
    void a_server_that_zero_cannot_sync_from_is_refused_before_anything_is_written() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(new EmbeddedSettings(
                folder.resolve("pg"),
                TestPostgres.version("newest"),
                Map.of("wal_level", "replica", "fsync", "off")))) {
            Migration migration =
                    Migration.to(folder, TestPostgres.at(server.port())).source(SHOP);
            configure(migration, "zero: { enabled: true }");

            DmtProcess.Result check = migration.dmt("check", "--zero");
            assertThat(check.exitStatus()).isEqualTo(78);
            assertThat(check.out()).contains("wal_level", "logical");
            DmtProcess.Result run = migration.dmt("run");
            assertThat(run.exitStatus()).isEqualTo(78);
            assertThat(run.err()).contains("wal_level", "ALTER SYSTEM SET wal_level", "zero.enabled");
            assertThat(migration.ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                    .containsExactly("0");
        }
    }

    @Test
    void what_zero_will_leave_out_is_said_beforehand() throws IOException {
        Migration migration = enabled("zero: { enabled: true }");

        DmtProcess.Result check = migration.dmt("check", "--zero");

        assertThat(check.exitStatus()).as(check.out()).isZero();
        assertThat(check.out())
                .contains("log_lines", "zero.identity_keys", "Order_Details.photo", "bytea", "author.big");
        DmtProcess.Result explain = migration.dmt("explain");
        assertThat(explain.out())
                .contains("the target calls it Order_Details, a name that Zero accepts", "column, for Zero");
        assertThat(folder.resolve(".dmt")).doesNotExist();
    }

    private Migration enabled(String zero) throws IOException {
        Migration migration = Migration.in(folder, "newest").source(SHOP);
        configure(migration, zero);
        return migration;
    }

    private void configure(Migration migration, String zero) throws IOException {
        migration.config("target_mode: drop_recreate");
        Path config = folder.resolve("dmt.yaml");
        Files.writeString(config, Files.readString(config) + zero + "\n");
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve("zero").resolve(file));
    }
}
