package dev.dmt.engine.postgres;

import static dev.dmt.testing.TestPostgres.execute;
import static dev.dmt.testing.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.schema.Check;
import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.GeneratedColumn;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.testing.TestPostgres;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"newest", "oldest", "retired"})
class PostgresDdlIT {
    private static final Table PARENT = TestTables.table(
            "Order \"x\"", List.of(TestTables.identity("id"), TestTables.column("na'me", "text")), "id");
    private static final Table CHILD = TestTables.table(
            "child",
            List.of(
                    TestTables.required("n", "bigint"),
                    TestTables.column("parent", "bigint"),
                    TestTables.column("label", "text"),
                    new Column(
                            "twice",
                            "bigint",
                            true,
                            Optional.empty(),
                            false,
                            Optional.of(new GeneratedColumn("n * 2", true)),
                            Optional.empty()),
                    new Column(
                            "state",
                            "text",
                            false,
                            Optional.of("'new'::text"),
                            false,
                            Optional.empty(),
                            Optional.empty())));
    private static final ForeignKey REFERENCE = new ForeignKey(
            "child_parent_fkey",
            List.of("parent"),
            PARENT.name(),
            List.of("id"),
            ReferentialAction.CASCADE,
            ReferentialAction.SET_NULL,
            true,
            true);

    private final DatabaseConfig config;
    private final PostgresTarget target;
    private final PostgresDdl ddl = new PostgresDdl();

    PostgresDdlIT(String line) {
        config = TestPostgres.line(line).freshDatabase();
        target = PostgresTarget.open(config, 1);
    }

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void every_statement_may_be_repeated_and_the_catalog_shows_what_was_made() {
        Index folded = new Index(
                "child_label_idx",
                List.of(
                        new IndexPart("label", false, true, Optional.of("NOCASE")),
                        new IndexPart("n + 1", true, false, Optional.empty())),
                true,
                Optional.of("n > 0"));
        Check check = new Check("child_check", "n <> 13");
        for (int i = 0; i < 2; i++) {
            run(ddl.createSchema("public"), ddl.createSchema("odd \"one"));
            run(ddl.createTable(PARENT), ddl.createTable(CHILD));
            run(ddl.createPrimaryKey(PARENT, PARENT.primaryKey().orElseThrow()));
            run(ddl.createUniqueKey(CHILD, new Key("child_n_label_key", List.of("n", "label"))));
            run(ddl.createIndex(CHILD, folded));
            run(ddl.createForeignKey(CHILD, REFERENCE), ddl.validateForeignKey(CHILD, REFERENCE));
            run(ddl.createCheck(CHILD, check), ddl.validateCheck(CHILD, check), ddl.analyze(CHILD));
        }
        assertThat(target.catalog().schemaExists("odd \"one")).isTrue();
        Table parent = target.catalog().describe(PARENT.name()).orElseThrow();
        assertThat(parent.primaryKey()).map(Key::columns).hasValue(List.of("id"));
        assertThat(parent.columns()).isEqualTo(PARENT.columns());
        Table child = target.catalog().describe(CHILD.name()).orElseThrow();
        assertThat(child.columns()).extracting(Column::defaultSql).contains(Optional.of("'new'::text"));
        assertThat(child.column("twice").orElseThrow().generated()).isPresent();
        assertThat(child.uniqueKeys()).containsExactly(new Key("child_n_label_key", List.of("n", "label")));
        assertThat(child.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.referencedTable()).isEqualTo(PARENT.name());
            assertThat(key.onDelete()).isEqualTo(ReferentialAction.CASCADE);
            assertThat(key.onUpdate()).isEqualTo(ReferentialAction.SET_NULL);
            assertThat(key.initiallyDeferred()).isTrue();
        });
        assertThat(child.checks())
                .singleElement()
                .extracting(Check::expressionSql)
                .isEqualTo("(n <> 13)");
        assertThat(child.indexes()).singleElement().satisfies(index -> {
            assertThat(index.unique()).isTrue();
            assertThat(index.predicateSql()).hasValue("(n > 0)");
            assertThat(index.parts()).extracting(IndexPart::expression).containsExactly(true, true);
            assertThat(index.parts()).extracting(IndexPart::descending).containsExactly(true, false);
        });
    }

    @Test
    void a_drop_takes_the_keys_that_point_at_the_table_and_nothing_else() {
        run(ddl.createTable(PARENT), ddl.createTable(CHILD));
        run(ddl.createPrimaryKey(PARENT, PARENT.primaryKey().orElseThrow()), ddl.createForeignKey(CHILD, REFERENCE));
        execute(config, "INSERT INTO child (n, parent) VALUES (1, NULL)");
        run(ddl.truncate(PARENT), ddl.dropTable(PARENT), ddl.dropTable(PARENT));
        assertThat(target.catalog().describe(PARENT.name())).isEmpty();
        assertThat(target.catalog().holdsRows(CHILD.name())).isTrue();
        assertThat(target.catalog().count(CHILD.name())).isEqualTo(1);
        assertThat(target.catalog().holdsRows(PARENT.name())).isFalse();
        execute(config, "CREATE VIEW v AS SELECT * FROM child");
        assertThatThrownBy(() -> run(ddl.dropTable(CHILD))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void orphans_are_counted_and_a_half_null_reference_is_none() {
        run(ddl.createTable(PARENT), ddl.createTable(CHILD));
        execute(
                config,
                "INSERT INTO \"Order \"\"x\"\"\" (id) VALUES (1)",
                "INSERT INTO child (n, parent) VALUES (1, 1), (2, 2), (3, NULL)");
        assertThat(query(config, ddl.countOrphans(CHILD, REFERENCE))).containsExactly("1");
    }

    @Test
    void the_next_value_follows_the_highest_that_was_ever_used() {
        run(ddl.createTable(PARENT));
        assertThat(nextAfterReset(0)).isEqualTo("1");
        assertThat(nextAfterReset(41)).isEqualTo("42");
        execute(config, "INSERT INTO \"Order \"\"x\"\"\" (id) VALUES (100), (-5)");
        assertThat(nextAfterReset(41)).isEqualTo("101");
        execute(config, "INSERT INTO \"Order \"\"x\"\"\" (id) VALUES (9223372036854775807)");
        run(ddl.resetSequence(PARENT, "id", 0));
    }

    @Test
    void an_index_of_the_same_name_on_another_table_is_not_taken_for_ours() {
        run(ddl.createTable(PARENT), ddl.createTable(CHILD));
        Index index = new Index(
                "same", List.of(new IndexPart("id", false, false, Optional.empty())), false, Optional.empty());
        run(ddl.createIndex(PARENT, index));
        Index other =
                new Index("same", List.of(new IndexPart("n", false, false, Optional.empty())), false, Optional.empty());
        assertThatThrownBy(() -> run(ddl.createIndex(CHILD, other))).hasMessageContaining("same");
    }

    private String nextAfterReset(long floor) {
        run(ddl.resetSequence(PARENT, "id", floor));
        return query(config, "SELECT nextval(pg_get_serial_sequence('\"Order \"\"x\"\"\"', 'id'))")
                .get(0);
    }

    @SafeVarargs
    private void run(List<String>... statements) {
        for (List<String> list : statements) {
            execute(config, list.toArray(String[]::new));
        }
    }

    @Test
    void a_table_that_is_not_there_has_no_description() {
        assertThat(target.catalog().describe(new TableName("public", "nothing")))
                .isEmpty();
        assertThat(target.catalog().holdsRows(new TableName("public", "nothing")))
                .isFalse();
    }
}
