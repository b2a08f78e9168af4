package dev.dmt.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.TestMariaDb;
import dev.dmt.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a MySQL or MariaDB: to its like nothing changes, to PostgreSQL no value does, and what stays behind is named. */
class MysqlSourceIT {
    private static final String COLUMNS =
            "SELECT COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, COLLATION_NAME,"
                    + " REPLACE(EXTRA, 'on update current_timestamp()', ''), COLUMN_COMMENT FROM information_schema.COLUMNS"
                    + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = '%s' ORDER BY ORDINAL_POSITION";
    private static final List<String> SHOP = List.of(
            "wp_users", "wp_posts", "wp_options", "film", "store", "inventory", "catalog_product_entity", "eav_value");

    @TempDir
    Path folder;

    private static DatabaseConfig like() {
        return TestMariaDb.server().freshDatabase();
    }

    @Test
    void every_value_of_every_type_arrives_in_a_server_of_its_kind() {
        DatabaseConfig target = like();
        MysqlMigration migration = MysqlMigration.into(folder, target)
                .sourceFile("mysql-types.sql")
                .config();
        migration.done("run");
        migration.done("validate", "--checksum");
        for (String table : List.of("every_type", "keyed", "keyless", "nothing")) {
            assertThat(MysqlMigration.rows(target, table))
                    .as(table)
                    .isEqualTo(MysqlMigration.rows(migration.source(), table));
        }
        for (String table : List.of("keyed", "keyless")) {
            assertThat(TestMariaDb.query(target, COLUMNS.formatted(table)))
                    .as(table)
                    .isEqualTo(TestMariaDb.query(migration.source(), COLUMNS.formatted(table)));
        }
    }

    @Test
    void every_value_of_every_type_arrives_in_postgres() {
        DatabaseConfig target = TestPostgres.newest().freshDatabase();
        MysqlMigration migration = MysqlMigration.into(folder, target)
                .sourceFile("mysql-types.sql")
                .config();
        migration.done("run");
        migration.done("validate", "--checksum");
        assertThat(TestPostgres.query(
                        target,
                        "SELECT truth, tinyu, mediumu, wholeu, bigu, widest, single, bit1, bit9, rtrim(fixed), varied, latin,"
                                + " encode(bytes, 'hex'), day, clock, fine_moment, fine_stamp AT TIME ZONE 'UTC', span, year_of,"
                                + " choice, choices, encode(place, 'hex') FROM every_type WHERE id = 1"))
                .containsExactly("t|255|16777215|4294967295|18446744073709551615"
                        + "|-99999999999999999999999999999999999.123456789012345678901234567891|1.6777216e+07|t|100000001"
                        + "|ab|trailing  |Grüße €|00ff0d0a2c22|1000-01-01|00:00:00|2020-02-29 12:34:56.000001"
                        + "|2038-01-19 03:14:07.999999|-838:59:59|1901|it's, \"c\"|x,z z"
                        + "|0101000000000000000000f83f00000000000000c0");
        assertThat(TestPostgres.query(target, "SELECT code FROM keyed ORDER BY code COLLATE \"C\", part"))
                .containsExactly("B", "b", "b", "ä", "€");
    }

    @Test
    void only_what_has_changed_is_loaded_again() {
        DatabaseConfig target = TestPostgres.newest().freshDatabase();
        MysqlMigration migration = MysqlMigration.into(folder, target)
                .source(
                        "CREATE TABLE t (id int PRIMARY KEY, v varchar(40), changed datetime(6))",
                        "INSERT INTO t VALUES (1, 'a', '2020-01-01'), (2, 'b', '2020-01-01'), (3, 'c', NULL)")
                .config("target_mode: upsert", "incremental_columns: [changed]", "incremental_overlap: 1s");
        migration.done("run", "--run-id", "one");
        migration.source("UPDATE t SET v = 'B', changed = utc_timestamp(6) WHERE id = 2");
        migration.done("run", "--run-id", "two");
        assertThat(TestPostgres.query(target, "SELECT id, v FROM t ORDER BY id"))
                .containsExactly("1|a", "2|B", "3|c");
        assertThat(TestPostgres.query(
                        target, "SELECT rows_written FROM dmt_ledger WHERE run_id = 'two' AND unit = 't'"))
                .containsExactly("2");
    }

    @Test
    void shops_arrive_with_their_shapes_in_a_server_of_its_kind() {
        DatabaseConfig target = like();
        MysqlMigration migration = MysqlMigration.into(folder, target)
                .sourceFile("mysql-shops.sql")
                .config();
        String said = migration.done("run");
        migration.done("validate", "--checksum");
        for (String table : SHOP) {
            assertThat(MysqlMigration.rows(target, table))
                    .as(table)
                    .isEqualTo(MysqlMigration.rows(migration.source(), table));
            assertThat(TestMariaDb.query(target, COLUMNS.formatted(table)))
                    .as(table)
                    .isEqualTo(TestMariaDb.query(migration.source(), COLUMNS.formatted(table)));
        }
        assertThat(said).isNotBlank();
        String keys =
                "SELECT TABLE_NAME, INDEX_NAME = 'PRIMARY', NON_UNIQUE, GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX)"
                        + " AS c FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> 'dmt_ledger'"
                        + " AND INDEX_TYPE = 'BTREE' GROUP BY TABLE_NAME, INDEX_NAME, NON_UNIQUE ORDER BY 1, 2, 3, 4";
        assertThat(TestMariaDb.query(target, keys)).isEqualTo(TestMariaDb.query(migration.source(), keys));
        String references = "SELECT TABLE_NAME, REFERENCED_TABLE_NAME, REPLACE(DELETE_RULE, 'NO ACTION', 'RESTRICT'),"
                + " REPLACE(UPDATE_RULE, 'NO ACTION', 'RESTRICT')"
                + " FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE() ORDER BY 1, 2, 3, 4";
        assertThat(TestMariaDb.query(target, references)).isEqualTo(TestMariaDb.query(migration.source(), references));
        assertThat(TestMariaDb.query(
                        target,
                        "SELECT AUTO_INCREMENT FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"
                                + " AND TABLE_NAME = 'wp_users'"))
                .containsExactly("12");
    }

    @Test
    void shops_arrive_in_postgres_and_what_stays_behind_is_named() {
        DatabaseConfig target = TestPostgres.newest().freshDatabase();
        MysqlMigration migration = MysqlMigration.into(folder, target)
                .sourceFile("mysql-shops.sql")
                .config();
        migration.done("run");
        migration.done("validate", "--checksum");
        assertThat(TestPostgres.query(
                        target, "INSERT INTO wp_users (user_registered) VALUES ('2020-01-01') RETURNING \"ID\""))
                .containsExactly("12");
        assertThat(TestPostgres.query(
                        target, "SELECT count(*), bool_and(convalidated) FROM pg_constraint WHERE contype = 'f'"))
                .containsExactly("4|t");
        String report = migration.done("explain");
        assertThat(report)
                .contains("cheap_films", "film_before", "nothing_to_do", "search", "idx_location", "CURRENT_TIMESTAMP");
    }

    @Test
    void a_zero_date_fails_by_row_and_column_or_becomes_null() {
        DatabaseConfig target = TestPostgres.newest().freshDatabase();
        MysqlMigration migration = MysqlMigration.into(folder, target)
                .source(
                        "SET sql_mode = 'ALLOW_INVALID_DATES'",
                        "CREATE TABLE p (id int PRIMARY KEY, at datetime NOT NULL, d date, s timestamp NULL)",
                        "INSERT INTO p VALUES (1, '2020-01-01', '2020-01-01', NULL),"
                                + " (2, '0000-00-00', '2020-00-10', '0000-00-00'),"
                                + " (3, '2021-02-30 01:02:03', '2021-02-31', NULL)")
                .config();
        MysqlMigration.Result failed = migration.dmt("run");
        assertThat(failed.exitStatus()).as(failed.said()).isEqualTo(65);
        assertThat(failed.said()).contains("zero date", "at", "2");

        migration.config("zero_dates: 'null'");
        migration.done("run", "--yes", "--run-id", "second");
        migration.done("validate", "--checksum", "--run-id", "second");
        assertThat(TestPostgres.query(target, "SELECT id, at, d, s FROM p ORDER BY id"))
                .containsExactly("1|2020-01-01 00:00:00|2020-01-01|∅", "2|∅|∅|∅", "3|∅|∅|∅");
    }

    @Test
    void a_default_of_bytes_is_carried_over_or_named() {
        DatabaseConfig target = TestPostgres.newest().freshDatabase();
        MysqlMigration migration = MysqlMigration.into(folder, target)
                .source(
                        "CREATE TABLE t (id int PRIMARY KEY, a varbinary(3) DEFAULT 'ab', b varbinary(3) DEFAULT x'00ff')")
                .config();
        migration.done("run");
        TestPostgres.execute(target, "INSERT INTO t (id) VALUES (1)");
        List<String> row = TestPostgres.query(target, "SELECT encode(a, 'hex'), encode(b, 'hex') FROM t");
        assertThat(row.get(0)).isIn("6162|∅", "6162|00ff");
        if (row.get(0).endsWith("∅")) {
            assertThat(migration.dmt("explain").said()).contains("the server's catalog does not tell them");
        }
    }

    @Test
    void zero_dates_arrive_in_a_server_of_their_kind() {
        DatabaseConfig target = like();
        MysqlMigration migration = MysqlMigration.into(folder, target)
                .source(
                        "SET sql_mode = 'ALLOW_INVALID_DATES'",
                        "CREATE TABLE p (id int PRIMARY KEY, at datetime(3) NOT NULL DEFAULT '0000-00-00 00:00:00.000', d date)",
                        "INSERT INTO p VALUES (1, '0000-00-00', '2020-00-10'), (2, '2021-02-30 01:02:03', '2021-02-31')")
                .config();
        migration.done("run");
        migration.done("validate", "--checksum");
        assertThat(MysqlMigration.rows(target, "p")).isEqualTo(MysqlMigration.rows(migration.source(), "p"));
    }

    @Test
    void numbers_decide_whether_a_small_integer_is_a_truth_value() {
        DatabaseConfig target = TestPostgres.newest().freshDatabase();
        MysqlMigration.into(folder, target)
                .source(
                        "CREATE TABLE t (a tinyint(1), b tinyint(1), c bit(1))",
                        "INSERT INTO t VALUES (0, 2, b'1'), (1, -1, b'0'), (NULL, NULL, NULL)")
                .config()
                .done("run");
        assertThat(
                        TestPostgres.query(
                                target,
                                "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 't' ORDER BY 1"))
                .containsExactly("a|boolean", "b|smallint", "c|boolean");
    }
}
