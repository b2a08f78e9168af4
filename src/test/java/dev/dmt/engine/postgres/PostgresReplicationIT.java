package dev.dmt.engine.postgres;

import static dev.dmt.testing.TestPostgres.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Key;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicaIdentity;
import dev.dmt.schema.replicated.ReplicatedColumn;
import dev.dmt.schema.replicated.ReplicatedColumn.Generation;
import dev.dmt.schema.replicated.ReplicatedTable;
import dev.dmt.schema.replicated.ReplicatedType;
import dev.dmt.schema.replicated.ReplicatedType.Array;
import dev.dmt.schema.replicated.ReplicatedType.Domain;
import dev.dmt.schema.replicated.ReplicatedType.Enumeration;
import dev.dmt.schema.replicated.ReplicatedType.Other;
import dev.dmt.schema.replicated.ReplicatedType.Plain;
import dev.dmt.testing.TestPostgres;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"newest", "oldest"})
class PostgresReplicationIT {
    private final DatabaseConfig config;
    private final PostgresTarget target;

    PostgresReplicationIT(String line) {
        config = TestPostgres.line(line).freshDatabase();
        target = PostgresTarget.open(config, 2);
    }

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void types_are_taken_apart() {
        execute(
                config,
                "CREATE SCHEMA \"Else where\"",
                "CREATE EXTENSION citext SCHEMA \"Else where\"",
                "CREATE TYPE mood AS ENUM ('ok', 'so, so', '')",
                "ALTER TYPE mood ADD VALUE 'best' BEFORE 'ok'",
                "CREATE TYPE \"Else where\".\"Mood\" AS ENUM ('it''s')",
                "CREATE TYPE pair AS (a integer, b text)",
                "CREATE TABLE whole (a integer)",
                "CREATE DOMAIN price AS numeric(10,2)",
                "CREATE DOMAIN best_price AS price",
                "CREATE DOMAIN prices AS numeric(10,2)[]",
                "CREATE TABLE t (i integer, b bigint, n numeric(10,2), c char(3), v varchar(20), q \"char\", p point,"
                        + " w name, ts timestamptz(3), e \"Else where\".citext, m mood, o \"Else where\".\"Mood\","
                        + " d price, dd best_price, da prices, k pair, r int4range, mr int4multirange, j whole, s serial)",
                "CREATE TABLE u (a integer[], aa integer[][], n numeric(10,2)[], m mood[], d best_price[], k pair[],"
                        + " r int4range[], e \"Else where\".citext[], z int2vector, p point[])");
        ReplicatedType mood = new Enumeration("mood", List.of("best", "ok", "so, so", ""));
        assertThat(types("t"))
                .containsExactly(
                        new Plain("integer", "int4"),
                        new Plain("bigint", "int8"),
                        new Plain("numeric(10,2)", "numeric"),
                        new Plain("character(3)", "bpchar"),
                        new Plain("character varying(20)", "varchar"),
                        new Plain("\"char\"", "char"),
                        new Plain("point", "point"),
                        new Plain("name", "name"),
                        new Plain("timestamp(3) with time zone", "timestamptz"),
                        new Plain("\"Else where\".citext", "citext"),
                        mood,
                        new Enumeration("\"Else where\".\"Mood\"", List.of("it's")),
                        new Domain("price", "numeric(10,2)"),
                        new Domain("best_price", "numeric(10,2)"),
                        new Domain("prices", "numeric(10,2)[]"),
                        new Other("pair", "composite"),
                        new Other("int4range", "range"),
                        new Other("int4multirange", "multirange"),
                        new Other("whole", "composite"),
                        new Plain("integer", "int4"));
        assertThat(types("u"))
                .containsExactly(
                        new Array("integer[]", new Plain("integer", "int4"), 1),
                        new Array("integer[]", new Plain("integer", "int4"), 2),
                        new Array("numeric(10,2)[]", new Plain("numeric(10,2)", "numeric"), 1),
                        new Array("mood[]", mood, 1),
                        new Array("best_price[]", new Domain("best_price", "numeric(10,2)"), 1),
                        new Array("pair[]", new Other("pair", "composite"), 1),
                        new Array("int4range[]", new Other("int4range", "range"), 1),
                        new Array("\"Else where\".citext[]", new Plain("\"Else where\".citext", "citext"), 1),
                        new Plain("int2vector", "int2vector"),
                        new Array("point[]", new Plain("point", "point"), 1));
    }

    @Test
    void arrays_of_queries_declare_no_dimensions() {
        execute(
                config,
                "CREATE TABLE declared (a text[])",
                "CREATE TABLE queried AS SELECT a FROM declared",
                "CREATE TABLE alike (LIKE declared)");
        assertThat(types("queried")).containsExactly(new Array("text[]", new Plain("text", "text"), 0));
        assertThat(types("alike")).containsExactly(new Array("text[]", new Plain("text", "text"), 0));
    }

    @Test
    void columns_say_whether_they_may_be_null_and_are_computed() {
        execute(
                config,
                "CREATE TABLE t (gone integer, id integer PRIMARY KEY, n integer NOT NULL, o integer,"
                        + " s integer GENERATED ALWAYS AS (n * 2) STORED, i integer GENERATED BY DEFAULT AS IDENTITY)",
                "ALTER TABLE t DROP COLUMN gone");
        ReplicatedType integer = new Plain("integer", "int4");
        assertThat(table("t").columns())
                .containsExactly(
                        new ReplicatedColumn("id", integer, false, Generation.NONE),
                        new ReplicatedColumn("n", integer, false, Generation.NONE),
                        new ReplicatedColumn("o", integer, true, Generation.NONE),
                        new ReplicatedColumn("s", integer, true, Generation.STORED),
                        new ReplicatedColumn("i", integer, false, Generation.NONE));
    }

    @Test
    void every_kind_of_relation_is_there_once_in_byte_order_without_the_ledger() {
        target.ledger().ensure();
        execute(
                config,
                "CREATE SCHEMA \"Z z\"",
                "CREATE SCHEMA unasked",
                "CREATE TABLE unasked.t (a integer)",
                "CREATE TABLE \"Z z\".\"a\"\"b\" (\"x y\" integer)",
                "CREATE UNLOGGED TABLE \"B\" (a integer)",
                "CREATE TABLE a (a integer PRIMARY KEY, b serial)",
                "CREATE TABLE heir (c integer) INHERITS (a)",
                "CREATE TABLE \"ä\" ()",
                "CREATE VIEW v AS SELECT * FROM a",
                "CREATE MATERIALIZED VIEW m AS SELECT a FROM a",
                "CREATE TYPE pair AS (a integer)",
                "CREATE FOREIGN DATA WRAPPER w",
                "CREATE SERVER s FOREIGN DATA WRAPPER w",
                "CREATE FOREIGN TABLE f (a integer) SERVER s",
                "CREATE TABLE p (a integer) PARTITION BY LIST (a)",
                "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)",
                "CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2) PARTITION BY LIST (a)",
                "CREATE FOREIGN TABLE p3 PARTITION OF p FOR VALUES IN (3) SERVER s");
        assertThat(replication().tables(List.of("public", "Z z", "not there")))
                .extracting(table -> table.name() + " " + table.nature() + (table.logged() ? "" : " unlogged"))
                .containsExactly(
                        "Z z.a\"b TABLE",
                        "public.B TABLE unlogged",
                        "public.a TABLE",
                        "public.f FOREIGN_TABLE",
                        "public.heir TABLE",
                        "public.m MATERIALIZED_VIEW",
                        "public.p PARTITIONED",
                        "public.p1 PARTITION",
                        "public.p2 PARTITION",
                        "public.p3 FOREIGN_TABLE",
                        "public.v VIEW",
                        "public.ä TABLE");
        assertThat(names("heir")).containsExactly("a", "b", "c");
        assertThat(names("v")).containsExactly("a", "b");
        assertThat(names("ä")).isEmpty();
        assertThat(replication().tables(List.of())).isEmpty();
    }

    @Test
    void only_what_surely_tells_every_row_apart_is_a_key() {
        execute(
                config,
                "CREATE TABLE t (a integer, b integer, c text NOT NULL, \"D d\" text, CONSTRAINT pk PRIMARY KEY (b, a),"
                        + " CONSTRAINT z_constraint UNIQUE (\"D d\"), CONSTRAINT late UNIQUE (a) DEFERRABLE)",
                "CREATE UNIQUE INDEX a_plain ON t (c DESC) INCLUDE (b)",
                "CREATE UNIQUE INDEX \"B_nulls\" ON t (c, \"D d\") NULLS NOT DISTINCT",
                "CREATE UNIQUE INDEX partial ON t (c) WHERE a > 0",
                "CREATE UNIQUE INDEX expression ON t (lower(c))",
                "CREATE INDEX common ON t (c)",
                "CREATE TABLE deferred (a integer PRIMARY KEY DEFERRABLE)",
                "CREATE TABLE none (a integer)",
                "CREATE TABLE p (a integer PRIMARY KEY, b integer, UNIQUE (a, b)) PARTITION BY LIST (a)",
                "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)",
                "CREATE UNIQUE INDEX half ON ONLY p (b, a)");
        ReplicatedTable t = table("t");
        assertThat(t.primaryKey()).hasValue(new Key("pk", List.of("b", "a")));
        assertThat(t.uniqueKeys())
                .containsExactly(
                        new Key("B_nulls", List.of("c", "D d")),
                        new Key("a_plain", List.of("c")),
                        new Key("z_constraint", List.of("D d")));
        assertThat(table("deferred").primaryKey()).isEmpty();
        assertThat(table("deferred").columns().get(0).nullable()).isFalse();
        assertThat(table("none").primaryKey()).isEmpty();
        assertThat(table("p").primaryKey()).hasValue(new Key("p_pkey", List.of("a")));
        assertThat(table("p").uniqueKeys()).containsExactly(new Key("p_a_b_key", List.of("a", "b")));
        assertThat(table("p1").primaryKey()).hasValue(new Key("p1_pkey", List.of("a")));
    }

    @Test
    void other_indexes_are_those_that_a_copy_would_have_too() {
        execute(
                config,
                "CREATE TABLE t (a integer PRIMARY KEY DEFERRABLE, b integer NOT NULL, c text UNIQUE, r int4range)",
                "CREATE INDEX \"Z z\" ON t (c DESC, a) INCLUDE (b)",
                "CREATE INDEX partial ON t (c) WHERE a > 0",
                "CREATE INDEX expression ON t (lower(c))",
                "CREATE UNIQUE INDEX needed ON t (b)",
                "ALTER TABLE t ADD CONSTRAINT excluded EXCLUDE USING gist (r WITH &&)",
                "CREATE TABLE u (b integer REFERENCES t (b))");
        assertThat(table("t").otherIndexes())
                .containsExactly(new Key("Z z", List.of("c", "a")), new Key("t_pkey", List.of("a")));
        assertThat(table("u").otherIndexes()).isEmpty();
    }

    @Test
    void an_index_that_was_not_built_to_its_end_is_no_key() {
        execute(config, "CREATE TABLE t (a integer NOT NULL)", "INSERT INTO t VALUES (1), (1)");
        assertThat(catchThrowable(() -> execute(config, "CREATE UNIQUE INDEX CONCURRENTLY broken ON t (a)")))
                .isNotNull();
        assertThat(table("t").uniqueKeys()).isEmpty();
    }

    @Test
    void an_index_that_passes_for_one_of_a_foreign_key_is_no_key() {
        execute(
                config,
                "CREATE TABLE t (a integer NOT NULL, b integer NOT NULL UNIQUE)",
                "CREATE UNIQUE INDEX by_a ON t (a)",
                "CREATE TABLE u (a integer REFERENCES t (a), b integer REFERENCES t (b))");
        assertThat(table("t").uniqueKeys()).containsExactly(new Key("t_b_key", List.of("b")));
        execute(config, "ALTER TABLE t REPLICA IDENTITY USING INDEX by_a");
        assertThat(table("t").identity()).isEqualTo(new ReplicaIdentity.UniqueIndex("by_a"));
    }

    @Test
    void replica_identities_are_as_the_server_follows_them() {
        execute(
                config,
                "CREATE TABLE usual (a integer PRIMARY KEY)",
                "CREATE TABLE whole (LIKE usual)",
                "ALTER TABLE whole REPLICA IDENTITY FULL",
                "CREATE TABLE nothing (LIKE usual)",
                "ALTER TABLE nothing REPLICA IDENTITY NOTHING",
                "CREATE TABLE indexed (a integer NOT NULL CONSTRAINT \"by A\" UNIQUE)",
                "ALTER TABLE indexed REPLICA IDENTITY USING INDEX \"by A\"",
                "CREATE TABLE bereft (a integer NOT NULL CONSTRAINT by_a UNIQUE, b integer NOT NULL UNIQUE)",
                "ALTER TABLE bereft REPLICA IDENTITY USING INDEX by_a",
                "ALTER TABLE bereft DROP CONSTRAINT by_a");
        assertThat(table("usual").identity()).isEqualTo(ReplicaIdentity.PRIMARY_KEY);
        assertThat(table("whole").identity()).isEqualTo(ReplicaIdentity.WHOLE_ROW);
        assertThat(table("nothing").identity()).isEqualTo(ReplicaIdentity.NOTHING);
        assertThat(table("indexed").identity()).isEqualTo(new ReplicaIdentity.UniqueIndex("by A"));
        assertThat(table("bereft").identity()).isEqualTo(ReplicaIdentity.NOTHING);
    }

    @Test
    void foreign_keys_are_there_once_wherever_they_lead() {
        execute(
                config,
                "CREATE SCHEMA other",
                "CREATE TABLE other.parent (a integer, b integer, PRIMARY KEY (a, b))",
                "CREATE TABLE node (id integer PRIMARY KEY, up integer CONSTRAINT \"to Up\" REFERENCES node"
                        + " ON DELETE CASCADE, pa integer, pb integer, CONSTRAINT composite FOREIGN KEY (pb, pa)"
                        + " REFERENCES other.parent (b, a) ON DELETE SET NULL ON UPDATE RESTRICT"
                        + " DEFERRABLE INITIALLY DEFERRED)",
                "CREATE TABLE p (a integer PRIMARY KEY, n integer CONSTRAINT up REFERENCES node) PARTITION BY LIST (a)",
                "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)",
                "CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2)",
                "CREATE TABLE late (p integer)",
                "ALTER TABLE late ADD CONSTRAINT to_p FOREIGN KEY (p) REFERENCES p ON DELETE SET DEFAULT");
        TableName node = new TableName("public", "node");
        assertThat(table("node").foreignKeys())
                .containsExactly(
                        new ForeignKey(
                                "composite",
                                List.of("pb", "pa"),
                                new TableName("other", "parent"),
                                List.of("b", "a"),
                                ReferentialAction.SET_NULL,
                                ReferentialAction.RESTRICT,
                                true,
                                true),
                        key("to Up", "up", node, "id", ReferentialAction.CASCADE));
        assertThat(table("p").foreignKeys()).containsExactly(key("up", "n", node, "id", ReferentialAction.NO_ACTION));
        assertThat(table("p1").foreignKeys()).isEmpty();
        assertThat(table("late").foreignKeys())
                .containsExactly(key("to_p", "p", new TableName("public", "p"), "a", ReferentialAction.SET_DEFAULT));
    }

    @Test
    void foreign_keys_that_older_rows_may_break_count_too() {
        execute(
                config,
                "CREATE TABLE a (id integer PRIMARY KEY)",
                "CREATE TABLE b (a integer)",
                "ALTER TABLE b ADD CONSTRAINT to_a FOREIGN KEY (a) REFERENCES a NOT VALID");
        assertThat(table("b").foreignKeys())
                .containsExactly(key("to_a", "a", new TableName("public", "a"), "id", ReferentialAction.NO_ACTION));
    }

    @Test
    void whoever_may_read_nothing_is_told_all_the_same() {
        String role = config.database() + "_stranger";
        execute(
                config,
                "CREATE SCHEMA closed",
                "CREATE TYPE closed.mood AS ENUM ('ok')",
                "CREATE TABLE closed.t (a integer PRIMARY KEY, m closed.mood)",
                "CREATE ROLE " + role + " LOGIN");
        try (PostgresTarget stranger = PostgresTarget.open(TestPostgres.withUser(config, role, ""), 1)) {
            assertThat(stranger.replication().orElseThrow().tables(List.of("closed")))
                    .isEqualTo(replication().tables(List.of("closed")))
                    .hasSize(1);
        } finally {
            execute(config, "DROP ROLE " + role);
        }
    }

    @Test
    void connections_are_given_back_as_they_were() {
        execute(config, "ALTER DATABASE " + config.database() + " SET default_transaction_isolation = 'serializable'");
        try (JdbcConnections connections = PostgresConnections.open(config, "public", 1)) {
            new PostgresReplication(connections).tables(List.of("public"));
            String state = connections.with("asking", connection -> {
                try (var statement = connection.createStatement();
                        var result = statement.executeQuery("SELECT current_setting('transaction_isolation') || '|'"
                                + " || current_setting('transaction_read_only')")) {
                    result.next();
                    return result.getString(1) + "|" + connection.getAutoCommit();
                }
            });
            assertThat(state).isEqualTo("read committed|off|true");
        }
    }

    private static ForeignKey key(
            String name, String column, TableName table, String referenced, ReferentialAction onDelete) {
        return new ForeignKey(
                name, List.of(column), table, List.of(referenced), onDelete, ReferentialAction.NO_ACTION, false, false);
    }

    private PostgresReplication replication() {
        return (PostgresReplication) target.replication().orElseThrow();
    }

    private ReplicatedTable table(String name) {
        Optional<ReplicatedTable> found = replication().tables(List.of("public")).stream()
                .filter(table -> table.name().name().equals(name))
                .findFirst();
        return found.orElseThrow();
    }

    private List<ReplicatedType> types(String table) {
        return table(table).columns().stream().map(ReplicatedColumn::type).toList();
    }

    private List<String> names(String table) {
        return table(table).columns().stream().map(ReplicatedColumn::name).toList();
    }
}
