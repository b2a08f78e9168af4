package dev.dmt.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.TestMariaDb;
import dev.dmt.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks, defaults, generated columns, predicates and keys from one server to another of another kind, by the real command. */
class ExpressionTravelIT {
    @TempDir
    Path folder;

    @Test
    void from_postgres_they_work_in_mariadb() {
        DatabaseConfig source = TestPostgres.newest().freshDatabase();
        DatabaseConfig target = TestMariaDb.server().freshDatabase();
        TestPostgres.execute(
                source,
                "CREATE TABLE item (id integer PRIMARY KEY, qty integer NOT NULL CHECK (qty >= 0),"
                        + " status varchar(20) DEFAULT 'new' CHECK (status IN ('new', 'it''s')),"
                        + " code text CHECK (code ~ '^[a-z]+$'), ref uuid DEFAULT gen_random_uuid(),"
                        + " made timestamp DEFAULT now(), twice integer GENERATED ALWAYS AS (qty * 2) STORED,"
                        + " live boolean DEFAULT true, CONSTRAINT either CHECK (live OR status IS NOT NULL))",
                "CREATE INDEX few ON item (qty) WHERE live",
                "INSERT INTO item (id, qty, code) VALUES (1, 2, 'abc')");
        MysqlMigration migration =
                MysqlMigration.into(folder, target).as(source).config();
        String said = migration.done("explain");
        assertThat(said).contains("the operator ~ has no portable meaning here", "it is over all rows instead");
        migration.done("run");
        TestMariaDb.execute(target, "INSERT INTO item (id, qty) VALUES (2, 5)");
        assertThat(TestMariaDb.query(
                        target, "SELECT qty, status, twice, live, length(ref), made IS NOT NULL FROM item ORDER BY id"))
                .containsExactly("2|new|4|1|36|1", "5|new|10|1|36|1");
        refused(target, "INSERT INTO item (id, qty) VALUES (3, -1)");
        refused(target, "INSERT INTO item (id, qty, status) VALUES (3, 1, 'NEW')");
        refused(target, "INSERT INTO item (id, qty, status) VALUES (3, 1, 'new ')");
        refused(target, "INSERT INTO item (id, qty, status, live) VALUES (3, 1, NULL, false)");
        TestMariaDb.execute(target, "INSERT INTO item (id, qty, status) VALUES (3, 0, 'it''s')");
    }

    private static void refused(DatabaseConfig target, String insert) {
        assertThatThrownBy(() -> TestMariaDb.execute(target, insert)).hasMessageContaining("CONSTRAINT");
    }

    @Test
    void from_mariadb_they_work_in_postgres_and_what_its_collations_ignore_is_told() {
        DatabaseConfig target = TestPostgres.newest().freshDatabase();
        MysqlMigration migration = MysqlMigration.into(folder, target)
                .source(
                        "CREATE TABLE person (id int PRIMARY KEY AUTO_INCREMENT,"
                                + " email varchar(50) COLLATE utf8mb4_general_ci UNIQUE,"
                                + " kind varchar(10) COLLATE utf8mb4_general_ci DEFAULT 'guest'"
                                + " CHECK (kind IN ('guest','host')),"
                                + " age int CHECK (age BETWEEN 0 AND 150), born date DEFAULT '1970-01-01',"
                                + " made datetime(6) DEFAULT CURRENT_TIMESTAMP(6), half int AS (age DIV 2) STORED,"
                                + " token uuid DEFAULT uuid())",
                        "INSERT INTO person (email, kind, age) VALUES ('a@b', 'HOST', 30)")
                .config();
        String said = migration.done("explain");
        assertThat(said)
                .contains(
                        "utf8mb4_general_ci",
                        "unique by the collation utf8mb4_general_ci in the source, exactly in the target",
                        "here letters are compared in lower case, and accents count");
        migration.done("run");
        assertThat(TestPostgres.query(
                        target,
                        "INSERT INTO person (email, kind, age) VALUES ('c@d', 'Guest ', 31)"
                                + " RETURNING half, born, made IS NOT NULL, length(token::text)"))
                .containsExactly("15|1970-01-01|t|36");
        assertThatThrownBy(() -> TestPostgres.execute(target, "INSERT INTO person (kind) VALUES ('ghost')"))
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> TestPostgres.execute(target, "INSERT INTO person (age) VALUES (151)"))
                .hasMessageContaining("check constraint");
    }
}
