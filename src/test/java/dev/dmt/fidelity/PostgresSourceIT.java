package dev.dmt.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From PostgreSQL to PostgreSQL nothing changes: neither a value nor the shape, and what stays behind is named. */
class PostgresSourceIT {
    private static final List<String> TABLES = List.of(
            "every_type", "beyond", "\"Mixed Case\"", "keyless", "nothing", "base", "derived", "parents", "children");

    private static final String COLUMNS = "SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,"
            + " a.attidentity <> '' OR coalesce(pg_get_expr(d.adbin, d.adrelid), '') LIKE 'nextval%%', a.attgenerated,"
            + " CASE WHEN pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval%%' THEN NULL"
            + " ELSE pg_get_expr(d.adbin, d.adrelid) END"
            + " FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
            + " WHERE a.attrelid = '%s'::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";

    private static final String CONSTRAINTS = "SELECT contype, replace(pg_get_constraintdef(oid), '%1$s.', ''),"
            + " convalidated FROM pg_constraint WHERE conrelid = '%1$s.%2$s'::regclass AND contype <> 'n'"
            + " AND conname <> 'own_function' ORDER BY 1, 2";

    private static final String INDEXES =
            "SELECT replace(replace(pg_get_indexdef(indexrelid), '%1$s.', ''), ' ONLY ', ' ')"
                    + " FROM pg_index i WHERE indrelid = '%1$s.%2$s'::regclass AND indexrelid::regclass::text NOT LIKE '%%_own'"
                    + " ORDER BY 1";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"newest, newest", "oldest, newest", "newest, oldest"})
    void every_value_and_every_shape_arrive_as_they_were(String from, String to) {
        PostgresMigration migration = PostgresMigration.between(folder, from, to)
                .sourceFile("postgres-source.sql")
                .config();
        done(migration.dmt("run"));
        done(migration.dmt("validate", "--checksum"));

        for (String table : TABLES) {
            assertThat(migration.rows("moved", table)).as(table).isEqualTo(migration.sourceRows(table));
        }
        assertThat(migration.rows("moved", "measured"))
                .hasSize(20)
                .isEqualTo(migration.askSource(PostgresMigration.rows("app.measured")));
        for (String table : List.of("every_type", "beyond", "nothing", "parents")) {
            assertThat(migration.ask(COLUMNS.formatted("moved." + table)))
                    .as(table)
                    .isEqualTo(migration.askSource(COLUMNS.formatted("app." + table)));
        }
        assertThat(migration.ask(COLUMNS.formatted("moved.children")))
                .isEqualTo(migration.askSource(COLUMNS.formatted("app.children")).stream()
                        .map(column -> column.replace("app.twice(2)", "∅"))
                        .toList());
        for (String table : List.of("parents", "children", "\"Mixed Case\"", "measured")) {
            assertThat(migration.ask(CONSTRAINTS.formatted("moved", table)))
                    .as(table)
                    .isEqualTo(migration.askSource(CONSTRAINTS.formatted("app", table)));
            assertThat(migration.ask(INDEXES.formatted("moved", table)))
                    .as(table)
                    .isEqualTo(migration.askSource(INDEXES.formatted("app", table)));
        }
        assertThat(migration.ask("SELECT to_regclass('moved.measured_2020') IS NULL,"
                        + " (SELECT count(*) FROM information_schema.columns WHERE table_schema = 'moved'"
                        + " AND table_name = 'dmt_ledger' AND column_name = 'a')"))
                .containsExactly("t|0");
    }

    @Test
    void what_stays_behind_is_named_and_numbers_go_on() {
        PostgresMigration migration = PostgresMigration.between(folder, "newest", "newest")
                .sourceFile("postgres-source.sql")
                .config();
        done(migration.dmt("run"));
        assertThat(migration.report())
                .contains("own_function", "children_own", "doubled", "app.twice(integer)", "overview", "kept")
                .contains("2 partitions", "app.base")
                .doesNotContain("dmt_ledger |");
        assertThat(migration.ask("SELECT nextval('moved.alone')")).containsExactly("1");
        assertThat(migration.ask("SELECT obj_description('moved.parents'::regclass)"))
                .containsExactly("who");
        // The third was given out and deleted.
        assertThat(migration.ask("INSERT INTO moved.parents (code, name) VALUES ('xx', 'new') RETURNING id"))
                .containsExactly("4");
    }

    @Test
    void enumerations_and_domains_are_made_in_the_target_with_what_uses_them() {
        PostgresMigration migration = PostgresMigration.between(folder, "newest", "newest")
                .source(
                        "CREATE SCHEMA app",
                        "CREATE SCHEMA elsewhere",
                        "CREATE TYPE app.mood AS ENUM ('sad', 'it''s \"ok\"')",
                        "CREATE TYPE elsewhere.\"Odd name\" AS ENUM ('b', 'a')",
                        "CREATE DOMAIN app.positive AS integer NOT NULL DEFAULT 7 CONSTRAINT over_zero CHECK (VALUE > 0)",
                        "CREATE DOMAIN app.cheer AS app.mood CHECK (VALUE <> 'sad'::app.mood)",
                        "CREATE TABLE app.t (m app.mood PRIMARY KEY, p app.positive, c app.cheer, a app.mood[],"
                                + " o elsewhere.\"Odd name\" DEFAULT 'a', d app.mood DEFAULT 'sad',"
                                + " n text DEFAULT 'app.mood', CHECK (d <> 'it''s \"ok\"'::app.mood OR n = 'x'))",
                        "INSERT INTO app.t VALUES ('sad', 1, NULL, '{sad}', 'b', 'sad', 'x'),"
                                + " ('it''s \"ok\"', 2, 'it''s \"ok\"', '{}', 'a', NULL, NULL)",
                        "CREATE INDEX some_moods ON app.t (d) WHERE d = 'sad'::app.mood")
                .config("large_table_rows: 1");
        done(migration.dmt("run"));
        done(migration.dmt("validate", "--checksum"));

        assertThat(migration.rows("moved", "t")).hasSize(2).isEqualTo(migration.sourceRows("t"));
        assertThat(migration.ask("SELECT attname, replace(format_type(atttypid, atttypmod), 'moved.', 'app.')"
                        + " FROM pg_attribute WHERE attrelid = 'moved.t'::regclass AND attnum > 0 ORDER BY attnum"))
                .contains("m|app.mood", "p|app.positive", "c|app.cheer", "a|app.mood[]", "d|app.mood");
        assertThat(migration.ask("SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef"
                        + " WHERE adrelid = 'moved.t'::regclass ORDER BY adnum"))
                .containsExactly("'a'::moved.\"Odd name\"", "'sad'::moved.mood", "'app.mood'::text");
        assertThat(migration.ask("SELECT count(*) FROM pg_indexes WHERE indexname = 'some_moods'"))
                .containsExactly("1");
        assertThat(migration.ask("SELECT count(*) FROM pg_constraint WHERE conrelid = 'moved.t'::regclass"
                        + " AND contype = 'c'"))
                .containsExactly("1");
    }

    @Test
    void a_type_that_dmt_does_not_create_is_refused_until_the_config_names_another() {
        PostgresMigration migration = PostgresMigration.between(folder, "newest", "newest")
                .source(
                        "CREATE SCHEMA app",
                        "CREATE FUNCTION app.good(integer) RETURNS boolean LANGUAGE sql AS 'SELECT $1 > 0'",
                        "CREATE DOMAIN app.positive AS integer CHECK (app.good(VALUE))",
                        "CREATE TYPE app.pair AS (a integer, b text)",
                        "CREATE TABLE app.t (m integer PRIMARY KEY, p app.positive, c app.pair, a app.pair[],"
                                + " n integer CHECK (n > 0))",
                        "INSERT INTO app.t VALUES (1, 1, '(1,\"x y\")', '{\"(2,z)\"}', 5), (2, 2, NULL, '{}', 6)")
                .config();
        DmtProcess.Result refused = migration.dmt("run");
        assertThat(refused.exitStatus()).isEqualTo(65);
        assertThat(refused.err()).contains("t.p", "t.c", "t.a", "app.pair", "app.positive", "migration.types");

        migration.config("types: { t.p: integer(32), t.c: json, t.a: text, t.n: text }");
        done(migration.dmt("run", "--run-id", "third"));
        done(migration.dmt("validate", "--checksum"));
        assertThat(migration.ask("SELECT m, p, c, a, n, pg_typeof(n) FROM moved.t ORDER BY m"))
                .containsExactly("1|1|{\"a\":1,\"b\":\"x y\"}|{\"(2,z)\"}|5|text", "2|2|∅|{}|6|text");
        assertThat(migration.report()).contains("migration.types gives the column n another type");
    }

    @Test
    void own_words_are_translated_where_a_column_has_another_name_or_else_left_behind() {
        PostgresMigration migration = PostgresMigration.between(folder, "newest", "newest")
                .source(
                        "CREATE TABLE t (a integer PRIMARY KEY, b integer CHECK (b > 0) CHECK ((b # 1) > 0),"
                                + " c integer GENERATED ALWAYS AS (b + 1) STORED,"
                                + " e integer GENERATED ALWAYS AS (b & 7) STORED, d text DEFAULT upper('x'))",
                        "CREATE INDEX few ON t (b) WHERE b > 1",
                        "CREATE UNIQUE INDEX odd ON t (b) WHERE (b & 1) = 1",
                        "INSERT INTO t VALUES (1, 2)")
                .schemas("public", "public")
                .config("rename_columns: { t.b: bee }");
        done(migration.dmt("run"));
        assertThat(migration.ask("SELECT a, bee, c, e, d FROM t")).containsExactly("1|2|3|2|X");
        assertThat(migration.ask("SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE contype = 'c'"
                        + " AND conrelid = 't'::regclass"))
                .containsExactly("(bee > 0)");
        assertThat(migration.ask(
                        "SELECT attname FROM pg_attribute WHERE attrelid = 't'::regclass AND attgenerated = 's'"))
                .containsExactly("c");
        assertThat(migration.ask("SELECT indexdef FROM pg_indexes WHERE indexname = 'few'"))
                .containsExactly("CREATE INDEX few ON public.t USING btree (bee) WHERE (bee > 1)");
        assertThat(migration.report())
                .contains("not yet called bee", "its values are moved into a plain column", "odd");
        assertThat(migration.ask("INSERT INTO t (a) VALUES (2) RETURNING d")).containsExactly("X");
    }

    @Test
    void keys_of_every_kind_cut_a_table_into_units() {
        PostgresMigration migration = PostgresMigration.between(folder, "oldest", "newest")
                .schemas("public", "public")
                .source(
                        "CREATE TABLE texts (k text PRIMARY KEY, n integer)",
                        "INSERT INTO texts SELECT chr(65 + i % 50) || '-' || i, i FROM generate_series(1, 500) AS i",
                        "CREATE TABLE uuids (k uuid PRIMARY KEY)",
                        "INSERT INTO uuids SELECT md5(i::text)::uuid FROM generate_series(1, 500) AS i",
                        "CREATE TABLE pairs (a smallint, b character(3), c date, PRIMARY KEY (c, b, a))",
                        "INSERT INTO pairs SELECT i % 7, chr(65 + i % 26), date '0002-12-01 BC' + i"
                                + " FROM generate_series(1, 900) AS i",
                        "CREATE TABLE moments (k timestamptz PRIMARY KEY, n numeric)",
                        "INSERT INTO moments SELECT timestamptz '0001-12-31 23:00:00+00 BC' + i * interval '7 minutes',"
                                + " i / 3.0 FROM generate_series(1, 500) AS i",
                        "CREATE TABLE clocks (k time, b boolean, x inet, PRIMARY KEY (b, k, x))",
                        "INSERT INTO clocks SELECT time '00:00' + i * interval '3 minutes', i % 2 = 0,"
                                + " inet '10.0.0.0' + i FROM generate_series(0, 479) AS i",
                        "INSERT INTO clocks VALUES ('24:00', true, '::1'), ('24:00', false, '::1')",
                        "CREATE TABLE numbers (k numeric(9,1) PRIMARY KEY)",
                        "INSERT INTO numbers SELECT i * 1.5 - 100 FROM generate_series(1, 300) AS i",
                        "CREATE TABLE documents (k jsonb PRIMARY KEY, d double precision)",
                        "INSERT INTO documents SELECT jsonb_build_object('n', i), i / 7.0"
                                + " FROM generate_series(1, 300) AS i")
                .config("large_table_rows: 60", "shard_rows: 25");
        done(migration.dmt("run"));
        done(migration.dmt("validate", "--checksum"));
        for (String table : List.of("texts", "uuids", "pairs", "moments", "clocks", "numbers", "documents")) {
            assertThat(migration.ask(PostgresMigration.rows(table)))
                    .as(table)
                    .isNotEmpty()
                    .isEqualTo(migration.askSource(PostgresMigration.rows(table)));
        }
        assertThat(migration.ask("SELECT count(*) > 30 FROM dmt_ledger")).containsExactly("t");
    }

    @Test
    void one_schema_of_a_database_is_moved_into_another_but_never_into_itself() {
        DatabaseConfig database = TestPostgres.newest().freshDatabase();
        PostgresMigration migration = PostgresMigration.between(folder, database, database)
                .source("CREATE TABLE t (a integer PRIMARY KEY)", "INSERT INTO t VALUES (1), (2)")
                .schemas("public", "copy")
                .config();
        done(migration.dmt("run"));
        assertThat(migration.ask("SELECT (SELECT count(*) FROM t), (SELECT count(*) FROM copy.t)"))
                .containsExactly("2|2");

        migration.schemas("public", "public").config("target_mode: drop_recreate");
        DmtProcess.Result refused = migration.dmt("run", "--yes", "--run-id", "itself");
        assertThat(refused.exitStatus()).as(refused.err()).isEqualTo(78);
        assertThat(refused.err()).contains("the same schema of the same database");
        assertThat(migration.ask("SELECT count(*) FROM t")).containsExactly("2");
    }

    private static void done(DmtProcess.Result result) {
        assertThat(result.exitStatus()).as(result.err()).isZero();
    }
}
