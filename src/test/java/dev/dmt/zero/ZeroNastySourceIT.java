package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.zero.ZeroMigration;
import dev.dmt.testing.zero.ZeroQuery.Answer;
import dev.dmt.testing.zero.ZeroQuery.RelationshipAnswer;
import dev.dmt.testing.zero.ZeroQuery.TableAnswer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SQLite database that meets every rule of Zero's still ends in a schema that Zero takes, and in a report of the rest. */
class ZeroNastySourceIT {
    private static final String[] NAMES = {
        "CREATE TABLE \"Order Details\"(\"Order ID\" INTEGER, \"line-no\" INTEGER, \"First Name\" TEXT, \"a.b\" TEXT,"
                + " \"it's\" TEXT, PRIMARY KEY(\"Order ID\", \"line-no\"))",
        "INSERT INTO \"Order Details\" VALUES (1, 1, 'Ann', 'ab', 'q'), (1, 2, NULL, NULL, NULL)",
        "CREATE TABLE \"class\"(\"default\" INTEGER PRIMARY KEY, \"table\" TEXT, \"select\" TEXT, \"constructor\" TEXT,"
                + " \"__proto__\" TEXT, \"toString\" TEXT, \"new\" TEXT, \"_0_version\" TEXT)",
        "INSERT INTO \"class\" VALUES (1, 't', 's', 'c', 'p', 'ts', 'n', 'v')",
        "CREATE TABLE \"__proto__\"(id INTEGER PRIMARY KEY, v TEXT)",
        "INSERT INTO \"__proto__\" VALUES (1, 'p')",
        "CREATE TABLE \"table\"(\"schema\" INTEGER PRIMARY KEY, \"class_id\" INTEGER REFERENCES \"class\"(\"default\"),"
                + " \"class\" TEXT)",
        "INSERT INTO \"table\" VALUES (1, 1, 'a column'), (2, NULL, NULL)",
        "CREATE TABLE string(number INTEGER PRIMARY KEY, boolean TEXT, relationships TEXT, zql TEXT)",
        "INSERT INTO string VALUES (1, 'b', 'r', 'z')",
        "CREATE TABLE sqlite(id INTEGER PRIMARY KEY, rowid_ TEXT, \"oid\" TEXT, \"_rowid_\" TEXT)",
        "INSERT INTO sqlite VALUES (1, 'r', 'o', 'x')",
        "CREATE TABLE \"größe\"(\"länge\" INTEGER PRIMARY KEY, \"名前\" TEXT, \"😀\" TEXT)",
        "INSERT INTO \"größe\" VALUES (1, 'ä', 'smile')",
        "CREATE TABLE \"1st\"(\"2nd\" INTEGER PRIMARY KEY, \"\" TEXT)",
        "INSERT INTO \"1st\" VALUES (1, 'empty')",
        "CREATE TABLE user_log(id INTEGER PRIMARY KEY, foo_bar TEXT, fooBar TEXT, \"foo bar\" TEXT)",
        "INSERT INTO user_log VALUES (1, 'a', 'b', 'c')",
        "CREATE TABLE userLog(id INTEGER PRIMARY KEY, user_log_id INTEGER REFERENCES user_log)",
        "INSERT INTO userLog VALUES (1, 1)",
        "CREATE TABLE \"user log\"(id INTEGER PRIMARY KEY)",
        "INSERT INTO \"user log\" VALUES (1)",
    };
    private static final String[] WAYS = {
        "CREATE TABLE person(id INTEGER PRIMARY KEY, boss_id INTEGER REFERENCES person(id), boss TEXT, home_id INTEGER"
                + " REFERENCES address(id), work_id INTEGER REFERENCES address(id))",
        "CREATE TABLE address(id INTEGER PRIMARY KEY, owner_id INTEGER REFERENCES person(id), person TEXT, street TEXT)",
        "INSERT INTO person VALUES (1, NULL, 'none', 1, 2), (2, 1, 'first', 2, 2)",
        "INSERT INTO address VALUES (1, 1, 'p', 'High Street'), (2, NULL, NULL, 'Low Street')",
        "CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
        "CREATE TABLE person_tag(person_id INTEGER REFERENCES person, tag_id INTEGER REFERENCES tag,"
                + " PRIMARY KEY(person_id, tag_id)) WITHOUT ROWID",
        "INSERT INTO tag VALUES (1, 'red'), (2, 'blue')",
        "INSERT INTO person_tag VALUES (1, 1), (1, 2), (2, 2)",
        "CREATE TABLE region(country TEXT NOT NULL, code TEXT NOT NULL, name TEXT, PRIMARY KEY(country, code))",
        "CREATE TABLE city(id INTEGER PRIMARY KEY, country TEXT, code TEXT,"
                + " FOREIGN KEY(country, code) REFERENCES region(country, code))",
        "INSERT INTO region VALUES ('CH', 'ZH', 'Zürich'), ('CH', 'BE', 'Bern')",
        "INSERT INTO city VALUES (1, 'CH', 'ZH'), (2, 'CH', NULL)",
        // Zero does not see a unique index that a foreign key leads to.
        "CREATE TABLE indexed(code INTEGER NOT NULL, v TEXT)",
        "CREATE UNIQUE INDEX indexed_code ON indexed(code)",
        "CREATE TABLE pointer(id INTEGER PRIMARY KEY, code INTEGER REFERENCES indexed(code))",
        "INSERT INTO indexed VALUES (7, 'seven')",
        "INSERT INTO pointer VALUES (1, 7)",
    };
    private static final String[] VALUES = {
        "CREATE TABLE keyless(a TEXT, b TEXT)",
        "INSERT INTO keyless VALUES ('a', 'b'), ('a', 'b')",
        "CREATE TABLE blob_key(k BLOB PRIMARY KEY, v TEXT)",
        "INSERT INTO blob_key VALUES (x'00ff', 'v')",
        "CREATE TABLE blob_and_code(k BLOB NOT NULL PRIMARY KEY, code INTEGER NOT NULL UNIQUE, v TEXT)",
        "INSERT INTO blob_and_code VALUES (x'01', 1, 'v')",
        "CREATE TABLE doc(id INTEGER PRIMARY KEY, body JSON, raw BLOB)",
        "INSERT INTO doc VALUES (1, '{\"a\": [1, {\"b\": null}]}', x'00'), (2, 'null', NULL), (3, NULL, NULL)",
        "CREATE TABLE big(id INTEGER PRIMARY KEY, huge INTEGER, fine INTEGER)",
        "INSERT INTO big VALUES (1, 9007199254740993, 9007199254740991), (2, -9223372036854775808, NULL)",
        "CREATE TABLE big_key(id INTEGER PRIMARY KEY, v TEXT)",
        "INSERT INTO big_key VALUES (9007199254740993, 'v')",
        "CREATE TABLE floats(id INTEGER PRIMARY KEY, r REAL, t TEXT)",
        "INSERT INTO floats VALUES (1, 9e999, ''), (2, -9e999, '😀'), (3, 0.1, char(10) || '\\')",
        "CREATE TABLE computed(id INTEGER PRIMARY KEY, a INTEGER, twice INTEGER GENERATED ALWAYS AS (a * 2) STORED,"
                + " thrice INTEGER GENERATED ALWAYS AS (a * 3) VIRTUAL)",
        "INSERT INTO computed VALUES (1, 2)",
        "CREATE TABLE moments(id INTEGER PRIMARY KEY, at DATETIME, day DATE, ok BOOLEAN, price DECIMAL(30, 20))",
        "INSERT INTO moments VALUES (1, '2024-02-29 12:34:56.789', '2024-02-29', 1, 0.1), (2, NULL, NULL, 0, NULL)",
        "CREATE VIEW seen AS SELECT * FROM doc",
    };

    @TempDir
    Path folder;

    @Test
    void odd_names_are_served() {
        ZeroMigration migration = migrated(NAMES);
        Answer answer = migration.accepted();
        assertThat(answer.tables()).hasSize(11);
        assertThat(answer.tables()).allSatisfy(table -> assertThat(table.rows()).isNotEmpty());
        TableAnswer details = answer.tables().stream()
                .filter(table -> table.server().toLowerCase(Locale.ROOT).matches("order.?details"))
                .findFirst()
                .orElseThrow();
        assertThat(details.rows()).hasSize(2);
        assertThat(details.columns()).hasSize(5);
        assertThat(details.rows().get(0).toString()).contains("\"Ann\"").contains("\"ab\"");
        // Every column but those that nobody could have renamed is there.
        assertThat(answer.tables().stream()
                        .mapToInt(table -> table.columns().size())
                        .sum())
                .isEqualTo(38);
    }

    @Test
    void every_foreign_key_leads_somewhere() {
        ZeroMigration migration = migrated(WAYS);
        Answer answer = migration.accepted();
        assertThat(answer.tables())
                .extracting(TableAnswer::server)
                .contains("person", "address", "tag", "person_tag", "region", "city", "pointer");
        assertThat(related(answer, "person")).contains(1L, 2L, 3L);
        assertThat(answer.table("region").relationships()).hasSize(1);
        assertThat(related(answer, "region")).containsExactly(1L);
        assertThat(related(answer, "city")).containsExactly(1L);
        // Its key shows to Zero as a constraint only; where it stays an index the table cannot be served.
        assertThat(answer.tables().stream().map(TableAnswer::server).anyMatch("indexed"::equals)
                        || migration.file("zero-report.md").contains("indexed"))
                .isTrue();
        // Two hops across the junction.
        assertThat(related(answer, "tag")).contains(3L);
    }

    @Test
    void values_that_zero_cannot_serve_are_left_out_and_told() {
        ZeroMigration migration = migrated(VALUES);
        Answer answer = migration.accepted();
        assertThat(answer.tables())
                .extracting(TableAnswer::server)
                .contains("doc", "big", "floats", "computed", "moments", "blob_and_code")
                .doesNotContain("keyless", "blob_key", "big_key", "seen");
        assertThat(answer.table("big").columns()).hasSize(2);
        assertThat(answer.table("doc").rows().get(0).toString()).contains("{\"a\":[1,{\"b\":null}]}");
        assertThat(answer.table("moments").rows().get(0).toString())
                .contains("1709210096789")
                .contains("0.1");
        assertThat(migration.file("zero-report.md"))
                .contains("keyless", "blob_key", "big_key", "huge", "raw", "floats")
                .contains("2^53");
        assertThat(migration.file("publication.sql")).doesNotContain("huge").doesNotContain("keyless");
    }

    @Test
    void a_table_without_a_key_gets_one_where_that_is_asked_for() {
        ZeroMigration migration = ZeroMigration.in(folder, ZeroMigration.freshTarget(), "identity_keys: [keyless]")
                .source(VALUES)
                .dmt("run", "--yes");
        assertThat(migration.accepted().table("keyless").rows()).hasSize(2);
    }

    private ZeroMigration migrated(String... statements) {
        return ZeroMigration.in(folder, ZeroMigration.freshTarget())
                .source(statements)
                .dmt("run", "--yes");
    }

    private static List<Long> related(Answer answer, String table) {
        return answer.table(table).relationships().stream()
                .map(RelationshipAnswer::related)
                .toList();
    }
}
