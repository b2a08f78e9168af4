package dev.dmt.zero;

import static dev.dmt.testing.TestPostgres.execute;
import static dev.dmt.testing.TestPostgres.query;
import static dev.dmt.zero.SomeTable.plain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.schema.replicated.ReplicaIdentity;
import dev.dmt.schema.replicated.ReplicatedColumn.Generation;
import dev.dmt.schema.replicated.TableNature;
import dev.dmt.testing.TestPostgres;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the file does to a real server: alone, again, and to the application that writes to the tables. */
class PublicationFileIT {
    private static final String MEMBERS = "SELECT schemaname, tablename, array_to_string(attnames, ' ')"
            + " FROM pg_publication_tables WHERE pubname = 'zero_data' ORDER BY 1, 2";

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void it_names_tables_and_columns_and_may_be_run_again(String line) {
        DatabaseConfig database = TestPostgres.line(line).freshDatabase();
        execute(
                database,
                "CREATE SCHEMA \"a b\"",
                "CREATE TABLE users (id integer PRIMARY KEY, name text, place point)",
                "CREATE TABLE \"a b\".orders (\"no\"\"1\" integer NOT NULL, \"Code\" text NOT NULL)",
                "CREATE UNIQUE INDEX \"by 'code\\\" ON \"a b\".orders (\"Code\")",
                "CREATE TABLE parent (id integer PRIMARY KEY)",
                "CREATE TABLE child () INHERITS (parent)");
        Selection selection = new Selection(
                List.of(
                        selected(SomeTable.called("a b", "orders")
                                .required("no\"1", plain("citext"))
                                .required("Code", plain("text"))
                                .unique("by 'code\\", "Code")),
                        selected(SomeTable.keyed("parent")),
                        selected(SomeTable.keyed("users")
                                .optional("name", plain("text"))
                                .optional("place", plain("point")))),
                List.of());
        String file = PublicationFile.text(selection, SomeConfig.tables());

        execute(database, file);
        assertThat(query(database, MEMBERS))
                .containsExactly("a b|orders|Code", "public|parent|id", "public|users|id name");
        assertThat(
                        query(
                                database,
                                "SELECT pubinsert, pubupdate, pubdelete, pubtruncate, pubviaroot, puballtables FROM pg_publication"))
                .containsExactly("t|t|t|t|t|f");
        List<String> rows = query(database, "SELECT oid, xmin, prrelid FROM pg_publication_rel ORDER BY oid");
        List<String> identities = query(database, "SELECT indexrelid, xmin FROM pg_index WHERE indisreplident");

        execute(database, file);
        assertThat(query(database, "SELECT oid, xmin, prrelid FROM pg_publication_rel ORDER BY oid"))
                .isEqualTo(rows);
        assertThat(query(database, "SELECT indexrelid, xmin FROM pg_index WHERE indisreplident"))
                .hasSize(1)
                .isEqualTo(identities);
        execute(
                database,
                "INSERT INTO users VALUES (1, 'a', '(1,2)')",
                "INSERT INTO \"a b\".orders VALUES (1, 'x')",
                "UPDATE users SET place = '(3,4)'",
                "UPDATE \"a b\".orders SET \"no\"\"1\" = 2",
                "DELETE FROM users",
                "DELETE FROM \"a b\".orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void what_is_no_longer_selected_leaves_the_publication_and_may_come_back(String line) {
        DatabaseConfig database = TestPostgres.line(line).freshDatabase();
        execute(database, "CREATE TABLE a (id integer PRIMARY KEY, v text)", "CREATE TABLE b (id integer PRIMARY KEY)");
        SomeTable a = SomeTable.keyed("a").optional("v", plain("text"));
        execute(database, publication(a, SomeTable.keyed("b")));
        assertThat(query(database, MEMBERS)).containsExactly("public|a|id v", "public|b|id");
        execute(database, publication(SomeTable.keyed("a")));
        assertThat(query(database, MEMBERS)).containsExactly("public|a|id");
        execute(database, publication(), publication());
        assertThat(query(database, MEMBERS)).isEmpty();
        assertThat(query(database, "SELECT pubname FROM pg_publication")).containsExactly("zero_data");
        execute(database, publication(a));
        assertThat(query(database, MEMBERS)).containsExactly("public|a|id v");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void the_partitions_of_a_table_without_a_primary_key_learn_how_to_name_their_rows(String line) {
        DatabaseConfig database = TestPostgres.line(line).freshDatabase();
        execute(
                database,
                "CREATE TABLE log (day integer NOT NULL, text text) PARTITION BY RANGE (day)",
                "CREATE UNIQUE INDEX log_day ON log (day)",
                "CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (1) TO (10) PARTITION BY RANGE (day)",
                "CREATE TABLE log_1_1 PARTITION OF log_1 FOR VALUES FROM (1) TO (5)",
                "CREATE TABLE log_2 PARTITION OF log FOR VALUES FROM (10) TO (20)",
                "INSERT INTO log VALUES (1, 'a'), (10, 'b')");
        execute(
                database,
                publication(SomeTable.called("log")
                        .nature(TableNature.PARTITIONED)
                        .required("day", plain("int4"))
                        .optional("text", plain("text"))
                        .unique("log_day", "day")));
        execute(database, "UPDATE log SET text = 'c'", "DELETE FROM log WHERE day = 10");
        assertThat(query(database, MEMBERS)).containsExactly("public|log|day text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void a_table_whose_identity_is_the_whole_row_stays_writable(String line) {
        DatabaseConfig database = TestPostgres.line(line).freshDatabase();
        execute(
                database,
                "CREATE TABLE t (id integer PRIMARY KEY, body bytea)",
                "ALTER TABLE t REPLICA IDENTITY FULL",
                "INSERT INTO t VALUES (1, 'a')");
        execute(
                database,
                publication(
                        SomeTable.keyed("t").optional("body", plain("bytea")).identity(ReplicaIdentity.WHOLE_ROW)));
        execute(database, "UPDATE t SET body = 'b'", "DELETE FROM t");
        assertThat(query(database, MEMBERS)).containsExactly("public|t|id body");
    }

    @ParameterizedTest
    @CsvSource({"newest, 180000, id g", "oldest, 150000, id"})
    void generated_columns_are_published_where_the_server_can(String line, int version, String columns) {
        DatabaseConfig database = TestPostgres.line(line).freshDatabase();
        execute(database, "CREATE TABLE t (id integer PRIMARY KEY, g integer GENERATED ALWAYS AS (id * 2) STORED)");
        Selection selection = ZeroRules.select(
                List.of(SomeTable.keyed("t")
                        .generated("g", plain("int4"), Generation.STORED)
                        .build()),
                SomeConfig.tables(),
                version);
        execute(database, PublicationFile.text(selection, SomeConfig.tables()));
        assertThat(query(database, MEMBERS)).containsExactly("public|t|" + columns);
        execute(database, "INSERT INTO t (id) VALUES (1)", "UPDATE t SET id = 2", "DELETE FROM t");
    }

    private static String publication(SomeTable... tables) {
        Selection selection =
                new Selection(Stream.of(tables).map(PublicationFileIT::selected).toList(), List.of());
        return PublicationFile.text(selection, SomeConfig.tables());
    }

    private static SelectedTable selected(SomeTable table) {
        Selection selection = ZeroRules.select(List.of(table.build()), SomeConfig.tables(), 150_018);
        assertThat(selection.tables()).as("%s", selection.findings()).hasSize(1);
        return selection.tables().get(0);
    }
}
