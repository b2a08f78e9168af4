package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.TestPostgres;
import dev.dmt.testing.zero.ZeroMigration;
import dev.dmt.testing.zero.ZeroQuery.Answer;
import dev.dmt.testing.zero.ZeroQuery.TableAnswer;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostgreSQL that dmt has not made, with all that keeps a real zero-cache from syncing: what is left is served. */
class ZeroFromTargetIT {
    private static final String[] TYPES = {
        "CREATE EXTENSION citext",
        "CREATE DOMAIN positive AS int CHECK (value > 0)",
        "CREATE TYPE mood AS ENUM ('it''s', 'back\\slash', 'naïve 😀', '')",
        "CREATE TYPE \"odd|name\" AS ENUM ('a')",
        "CREATE TYPE pair AS (a int, b text)",
        "CREATE TABLE types(id int PRIMARY KEY, p point, n name, b box, l lseg, c citext, d positive, m mood, ms mood[],"
                + " o \"odd|name\", y bytea, i interval, mo money, x xml, tsv tsvector, r int4range, oi oid, ch \"char\","
                + " pr pair, prs pair[], ds positive[], ivs interval[], t text[], nums numeric[], f4 real, j json,"
                + " jb jsonb, u uuid, ip inet, bp char(5), tm time, tz timetz, bi bit(3), pa path)",
        "INSERT INTO types(id, p, m, ms, t, nums, f4, j, jb, bp, tm) VALUES (1, '(1,2)', 'it''s', '{\"\",\"it''s\"}',"
                + " '{a,NULL}', '{1.5}', 0.5, '{\"a\":1}', '[1]', 'ab', '24:00'), (2, NULL, 'naïve 😀', NULL, NULL, NULL,"
                + " NULL, NULL, 'null', NULL, NULL)",
        "CREATE TABLE template(id int PRIMARY KEY, tags text[])",
        "CREATE TABLE copied AS SELECT * FROM template",
        "ALTER TABLE copied ADD PRIMARY KEY (id)",
        "INSERT INTO copied VALUES (1, '{a}')",
    };
    private static final String[] KEYS = {
        "CREATE TABLE bytea_key(b bytea PRIMARY KEY, k int NOT NULL UNIQUE, v text)",
        "INSERT INTO bytea_key VALUES ('x', 1, 'v')",
        "CREATE TABLE half_key(a int, b bytea, PRIMARY KEY (a, b))",
        "CREATE TABLE unique_only(k int NOT NULL, v text)",
        "CREATE UNIQUE INDEX unique_only_k ON unique_only(k)",
        "INSERT INTO unique_only VALUES (1, 'v')",
        "CREATE TABLE led_to(k int NOT NULL)",
        "CREATE UNIQUE INDEX led_to_k ON led_to(k)",
        "CREATE TABLE leads(id int PRIMARY KEY, k int REFERENCES led_to(k))",
        "CREATE TABLE whole(k int PRIMARY KEY, v text, p point)",
        "ALTER TABLE whole REPLICA IDENTITY FULL",
        "INSERT INTO whole VALUES (1, 'v', '(0,0)')",
        "CREATE TABLE nothing(k int PRIMARY KEY)",
        "ALTER TABLE nothing REPLICA IDENTITY NOTHING",
        "CREATE TABLE put_off(k int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TABLE nullable(k int UNIQUE)",
        "CREATE TABLE partly(k int NOT NULL)",
        "CREATE UNIQUE INDEX partly_k ON partly(k) WHERE k > 0",
        "CREATE TABLE composite(b text, a int, v text, PRIMARY KEY (b, a))",
        "INSERT INTO composite VALUES ('x', 1, 'v'), ('x', 2, 'w')",
        "CREATE UNLOGGED TABLE unlogged(id int PRIMARY KEY)",
        "CREATE TABLE parted(k int PRIMARY KEY, v text) PARTITION BY RANGE (k)",
        "CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10)",
        "CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM (10) TO (20)",
        "INSERT INTO parted VALUES (1, 'a'), (11, 'b')",
        "CREATE VIEW seen AS SELECT 1 AS id",
        "CREATE MATERIALIZED VIEW kept AS SELECT 1 AS id",
    };
    private static final String[] NAMES = {
        "CREATE TABLE \"Order Details\"(id int PRIMARY KEY)",
        "CREATE TABLE odd_columns(id int PRIMARY KEY, \"First Name\" text, \"_0_version\" text, \"__proto__\" text,"
                + " \"a.b\" text, \"c-d\" text, twin text, \"Twin\" text, \"constructor\" text, \"toString\" text)",
        "INSERT INTO odd_columns VALUES (1, 'f', 'v', 'p', 'ab', 'cd', 'tw', 'TW', 'c', 'ts')",
        "CREATE TABLE foo(id int PRIMARY KEY)",
        "CREATE TABLE \"Foo\"(id int PRIMARY KEY)",
        "CREATE TABLE sqlite_stat1(id int PRIMARY KEY)",
        "CREATE TABLE sqlite(id int PRIMARY KEY)",
        "CREATE TABLE \"__proto__\"(id int PRIMARY KEY)",
        "INSERT INTO \"__proto__\" VALUES (1)",
        "CREATE TABLE \"constructor\"(id int PRIMARY KEY, \"default\" int REFERENCES \"constructor\")",
        "INSERT INTO \"constructor\" VALUES (1, 1)",
        "CREATE SCHEMA \"A b.c\"",
        "CREATE TABLE \"A b.c\".\"T-1\"(id int PRIMARY KEY, p int REFERENCES \"constructor\")",
        "INSERT INTO \"A b.c\".\"T-1\" VALUES (1, 1)",
        "CREATE SCHEMA \"quo\"\"te\"",
        "CREATE TABLE \"quo\"\"te\".t(id int PRIMARY KEY)",
        "CREATE TABLE wide(id int PRIMARY KEY, "
                + IntStream.range(0, 700).mapToObj(i -> "c" + i + " int").collect(Collectors.joining(", ")) + ")",
    };
    private static final String[] VALUES = {
        "CREATE TABLE numbers(id int PRIMARY KEY, i8 int8, safe int8, n numeric, f float8, d date, ts timestamp, jb jsonb,"
                + " a int8[])",
        "INSERT INTO numbers VALUES (1, 9007199254740993, 9007199254740991, 'NaN', 'Infinity', '2020-01-01', 'infinity',"
                + " '{\"a\":1}', '{9007199254740993}'), (2, 1, 1, 1234567890123456.7891, 'NaN', '5874897-12-31',"
                + " '0044-03-15 BC', '1', NULL)",
        "CREATE TABLE big_key(id int8 PRIMARY KEY)",
        "INSERT INTO big_key VALUES (9223372036854775807)",
        "CREATE TABLE made(id int PRIMARY KEY, a int, twice int GENERATED ALWAYS AS (a * 2) STORED)",
        "INSERT INTO made VALUES (1, 2)",
        "CREATE TABLE identity(id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, v text)",
        "INSERT INTO identity(v) VALUES ('one')",
    };

    @TempDir
    Path folder;

    @Test
    void what_zero_cannot_hold_is_left_out() {
        ZeroMigration migration = schemaOf(database("newest", TYPES));
        Answer answer = migration.accepted();
        assertThat(answer.tables()).extracting(TableAnswer::server).contains("types", "template", "copied");
        assertThat(answer.table("types").rows()).hasSize(2);
        assertThat(answer.table("types").rows().get(0).toString())
                .contains("\"it's\"")
                .contains("{\"a\":1}")
                .contains("86400000");
        assertThat(migration.file("zero-report.md")).contains("citext", "positive", "odd", "point", "interval");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void whatever_names_a_row_will_do_as_long_as_writing_goes_on(String line) {
        ZeroMigration migration = schemaOf(database(line, KEYS));
        Answer answer = migration.accepted();
        assertThat(answer.tables())
                .extracting(TableAnswer::server)
                .contains("bytea_key", "unique_only", "leads", "composite", "parted")
                .doesNotContain("half_key", "led_to", "nullable", "partly", "unlogged", "put_off", "parted_1", "seen");
        assertThat(migration.file("zero-report.md"))
                .contains("half_key", "led_to", "nullable", "partly", "unlogged", "put_off", "seen", "kept", "whole");
    }

    @Test
    void names_that_abort_a_sync_are_left_out() {
        ZeroMigration migration = schemaOf(database("newest", NAMES), "schemas: [public, \"A b.c\", 'quo\"te']");
        Answer answer = migration.accepted();
        assertThat(answer.tables())
                .extracting(TableAnswer::server)
                .contains("odd_columns", "constructor", "A b.c.T-1", "__proto__")
                .doesNotContain("Order Details", "sqlite_stat1", "sqlite", "quo\"te.t", "wide");
        // SQLite, which zero-cache keeps its rows in, takes these for one.
        assertThat(answer.tables().stream().filter(table -> table.server().equalsIgnoreCase("foo")))
                .hasSizeLessThan(2);
        assertThat(migration.file("zero-report.md")).contains("Order Details", "First Name", "sqlite_stat1", "wide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void values_that_end_a_connection_are_left_out(String line) {
        ZeroMigration migration = schemaOf(database(line, VALUES));
        Answer answer = migration.accepted();
        assertThat(answer.tables())
                .extracting(TableAnswer::server)
                .contains("numbers", "made", "identity")
                .doesNotContain("big_key");
        assertThat(answer.table("numbers").columns())
                .extracting(column -> column.server())
                .contains("safe", "n", "f", "ts", "jb")
                .doesNotContain("i8", "d");
        assertThat(migration.file("zero-report.md")).contains("i8", "big_key", "2^53");
    }

    private ZeroMigration schemaOf(DatabaseConfig database, String... settings) {
        ZeroMigration migration = ZeroMigration.in(folder, database, settings);
        return migration.dmt("step", "zero-schema", "--from", "target");
    }

    private static DatabaseConfig database(String line, String... statements) {
        DatabaseConfig database = TestPostgres.replicating(line).freshDatabase();
        TestPostgres.execute(database, statements);
        return database;
    }
}
