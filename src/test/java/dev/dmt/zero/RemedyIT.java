package dev.dmt.zero;

import static dev.dmt.testing.TestPostgres.execute;
import static dev.dmt.testing.TestPostgres.query;
import static dev.dmt.zero.SomeTable.plain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.schema.replicated.ReplicatedType;
import dev.dmt.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A remedy is a statement that a server takes, and after which nothing is left to remedy. */
class RemedyIT {
    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void the_remedy_of_a_type_keeps_the_value(String line) {
        DatabaseConfig database = TestPostgres.line(line).freshDatabase();
        execute(
                database,
                "CREATE DOMAIN mail AS character varying(80)",
                "CREATE DOMAIN words AS text[]",
                "CREATE TYPE address AS (street text, number integer)",
                "CREATE TYPE \"date\" AS ENUM ('sweet', 'dry')");
        for (Case one : cases()) {
            execute(
                    database,
                    "DROP TABLE IF EXISTS t",
                    "CREATE TABLE t (id integer PRIMARY KEY, c " + one.type().sql() + ")",
                    "INSERT INTO t VALUES (1, " + one.value() + ")",
                    statement(SomeTable.keyed("t").optional("c", one.type())));
            assertThat(query(database, "SELECT pg_typeof(c), c FROM t"))
                    .as(one.type().sql())
                    .containsExactly(one.after());
        }
    }

    private static List<Case> cases() {
        return List.of(
                new Case("'\\x00ff'", plain("bytea"), "text|AP8="),
                new Case("'1.50'", plain("money"), "numeric|1.50"),
                new Case("'1 minute 0.5 seconds'", plain("interval"), "bigint|60500"),
                new Case("'101'", new ReplicatedType.Plain("bit(3)", "bit"), "text|101"),
                new Case("'<a/>'", plain("xml"), "text|<a/>"),
                new Case("'cat'", plain("tsvector"), "text|'cat'"),
                new Case("4294967295", plain("oid"), "bigint|4294967295"),
                new Case("'x'", new ReplicatedType.Plain("\"char\"", "char"), "text|x"),
                new Case("'(1,2.5)'", plain("point"), "jsonb|[1, 2.5]"),
                new Case("'n'", plain("name"), "text|n"),
                new Case("'(1,1),(0,0)'", plain("box"), "text|(1,1),(0,0)"),
                new Case("'<(0,0),1>'", plain("circle"), "text|<(0,0),1>"),
                new Case(
                        "'a@b.c'",
                        new ReplicatedType.Domain("mail", "character varying(80)"),
                        "character varying|a@b.c"),
                new Case("'{a,b}'", new ReplicatedType.Domain("words", "text[]"), "text[]|{a,b}"),
                new Case(
                        "ROW('Main', 1)",
                        new ReplicatedType.Other("address", "composite"),
                        "jsonb|{\"number\": 1, \"street\": \"Main\"}"),
                new Case("'[1,5)'", new ReplicatedType.Other("int4range", "range"), "text|[1,5)"),
                new Case(
                        "'dry'",
                        new ReplicatedType.Enumeration("public.\"date\"", List.of("sweet", "dry")),
                        "text|dry"),
                new Case("'{10.0.0.1}'", new ReplicatedType.Array("inet[]", plain("inet"), 1), "jsonb|[\"10.0.0.1\"]"));
    }

    /** A value of a type that is not synced, and what must have become of both. */
    private record Case(String value, ReplicatedType type, String after) {}

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void the_remedy_of_an_undeclared_array_declares_it(String line) {
        DatabaseConfig database = TestPostgres.line(line).freshDatabase();
        execute(
                database,
                "CREATE TABLE source (c text[])",
                "CREATE TABLE t AS SELECT * FROM source",
                "ALTER TABLE t ADD COLUMN id integer PRIMARY KEY");
        String dimensions = "SELECT attndims FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'c'";
        assertThat(query(database, dimensions)).containsExactly("0");
        execute(
                database,
                statement(SomeTable.keyed("t").optional("c", new ReplicatedType.Array("text[]", plain("text"), 0))));
        assertThat(query(database, dimensions)).containsExactly("1");
    }

    @Test
    void other_remedies_are_statements_too() {
        DatabaseConfig database = TestPostgres.oldest().freshDatabase();
        execute(
                database,
                "CREATE TABLE \"Order Details\" (id integer PRIMARY KEY, \"First Name\" text)",
                "CREATE TABLE keyless (\"ID\" text)",
                "CREATE TABLE hashed (hash jsonb PRIMARY KEY)",
                "CREATE TABLE half (a integer UNIQUE, b integer)",
                "CREATE UNLOGGED TABLE quick (id integer PRIMARY KEY)");
        execute(
                database,
                statement(SomeTable.keyed("Order Details")),
                statement(SomeTable.keyed("Order_Details").optional("First Name", plain("text"))),
                statement(SomeTable.called("keyless").optional("ID", plain("text"))),
                statement(SomeTable.called("hashed")
                        .required("hash", plain("jsonb"))
                        .primaryKey("hash")),
                statement(SomeTable.called("half").optional("a", plain("int4")).unique("half_a_key", "a")),
                statement(SomeTable.keyed("quick").unlogged()));
        assertThat(query(
                        database,
                        "SELECT table_name, column_name, is_nullable FROM information_schema.columns"
                                + " WHERE table_schema = 'public' ORDER BY 1, 2"))
                .containsExactly(
                        "Order_Details|First_Name|YES",
                        "Order_Details|id|NO",
                        "half|a|NO",
                        "half|b|YES",
                        "hashed|hash|NO",
                        "hashed|id|NO",
                        "keyless|ID|YES",
                        "keyless|id_2|NO",
                        "quick|id|NO");
        assertThat(query(database, "SELECT relname FROM pg_class WHERE relpersistence = 'u'"))
                .isEmpty();
    }

    /** Of the one finding about the table. */
    private static String statement(SomeTable table) {
        List<ZeroFinding> findings = ZeroRules.select(List.of(table.build()), SomeConfig.tables(), 150_018)
                .findings();
        assertThat(findings).hasSize(1);
        String remedy = findings.get(0).remedy();
        return remedy.substring(0, remedy.indexOf(';') + 1);
    }
}
