package dev.dmt.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which form a table's rows are streamed is decided in the plan, said by explain, and changes no value. */
class RowFormIT {
    @TempDir
    Path folder;

    @Test
    void the_same_types_pass_untouched_others_are_encoded_and_the_rest_is_text() {
        PostgresMigration migration = PostgresMigration.between(folder, "oldest", "newest")
                .schemas("public", "public")
                .source(
                        "CREATE TABLE same (id integer PRIMARY KEY, v interval, a int[], t timestamptz, n numeric)",
                        "CREATE TABLE other (id integer PRIMARY KEY, v integer, u uuid, b bytea, d date, x real)",
                        "CREATE TABLE rest (id integer PRIMARY KEY, v integer, doc xml)",
                        "INSERT INTO same SELECT i, i * interval '1 day', ARRAY[i, NULL], 'infinity', i / 7.0"
                                + " FROM generate_series(1, 500) AS i",
                        "INSERT INTO other SELECT i, i, md5(i::text)::uuid, decode(md5(i::text), 'hex'),"
                                + " date '0044-03-15 BC' + i, i / 3.0::real FROM generate_series(1, 500) AS i",
                        "INSERT INTO rest VALUES (1, 2, '<?xml version=\"1.0\" encoding=\"latin1\"?><a>é</a>'), (2, NULL, NULL)")
                .config("types: { other.v: decimal, rest.v: decimal }", "shard_rows: 70");
        assertThat(migration.dmt("explain").out())
                .contains(
                        "same -> public.same: 500 rows, lane small, 1 unit, by a stream of postgres_binary, untouched",
                        "by a stream of postgres_binary\n",
                        "by a stream of csv\n");
        DmtProcess.Result run = migration.dmt("run");
        assertThat(run.exitStatus()).as(run.err()).isZero();
        assertThat(migration.dmt("validate", "--checksum").exitStatus()).isZero();
        for (String table : new String[] {"same", "other", "rest"}) {
            assertThat(migration.ask(PostgresMigration.rows(table)))
                    .as(table)
                    .isNotEmpty()
                    .isEqualTo(migration.askSource(PostgresMigration.rows(table)));
        }
        assertThat(migration.ask("SELECT unit, chunk, rows_written FROM dmt_ledger WHERE unit IN ('same', 'other')"
                        + " ORDER BY unit"))
                .containsExactly("other|8|500", "same|8|500");
    }

    @Test
    void a_row_that_the_target_refuses_is_found_also_among_rows_that_nobody_has_looked_into() {
        PostgresMigration migration = PostgresMigration.between(folder, "newest", "newest")
                .schemas("public", "public")
                .source(
                        "CREATE TABLE t (id bigint PRIMARY KEY, v integer)",
                        "INSERT INTO t SELECT i, CASE WHEN i IN (77, 301) THEN -i ELSE i END"
                                + " FROM generate_series(1, 500) AS i")
                .target("CREATE TABLE t (id bigint, v integer CONSTRAINT positive CHECK (v > 0))")
                .config("target_mode: truncate", "on_bad_row: quarantine", "shard_rows: 100");
        assertThat(migration.dmt("explain").out()).contains("postgres_binary, untouched");
        DmtProcess.Result run = migration.dmt("run", "--yes");
        assertThat(run.exitStatus()).as(run.err()).isZero();
        assertThat(migration.ask("SELECT count(*), min(v) FROM t")).containsExactly("498|1");
        assertThat(folder.resolve(".dmt/rejects")).isDirectoryRecursivelyContaining("glob:**.refused.csv");
        DmtProcess.Result checked = migration.dmt("validate", "--checksum");
        assertThat(checked.exitStatus()).as(checked.err()).isZero();
    }

    @Test
    void a_table_of_other_types_takes_text_and_so_its_own_values() {
        PostgresMigration migration = PostgresMigration.between(folder, "newest", "newest")
                .schemas("public", "public")
                .source(
                        "CREATE TABLE t (id bigint PRIMARY KEY, v bigint, w double precision, m timestamptz)",
                        "INSERT INTO t VALUES (1, 42, 1.5, '2020-01-01 12:00:00+00'), (2, -1, 7, NULL)")
                .target("CREATE TABLE t (id bigint, v double precision, w numeric, m timestamp)")
                .config("target_mode: truncate");
        DmtProcess.Result run = migration.dmt("step", "extract-schema");
        assertThat(run.exitStatus()).as(run.err()).isZero();
        for (String step : new String[] {"plan", "create-tables", "transfer"}) {
            DmtProcess.Result done = migration.dmt("step", step, "--yes");
            assertThat(done.exitStatus()).as(step + done.err()).isZero();
        }
        assertThat(migration.ask("SELECT id, v, w, m FROM t ORDER BY id"))
                .containsExactly("1|42|1.5|2020-01-01 12:00:00", "2|-1|7|∅");
    }
}
