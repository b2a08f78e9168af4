package dev.dmt.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.Key;
import dev.dmt.schema.Omission;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
    @TempDir
    Path folder;

    @Test
    void names_stay_within_63_bytes_and_apart() {
        String long1 = "ü".repeat(40) + "_one";
        String long2 = "ü".repeat(40) + "_two";
        MigrationPlan plan = planning()
                .source(
                        "CREATE TABLE \"" + long1 + "\" (a INTEGER, \"" + long1 + "\" TEXT, \"" + long2 + "\" TEXT)",
                        "CREATE TABLE \"" + long2 + "\" (a INTEGER)")
                .plan();
        List<String> names = plan.tables().stream()
                .map(table -> table.target().name().name())
                .toList();
        assertThat(names).doesNotHaveDuplicates().allSatisfy(PlannerTest::fits);
        List<String> columns =
                plan.tables().get(0).columns().stream().map(ColumnPlan::target).toList();
        assertThat(columns).hasSize(3).doesNotHaveDuplicates().allSatisfy(PlannerTest::fits);
        assertThat(plan.tables().get(0).omissions())
                .extracting(Omission::kind)
                .containsOnly("name")
                .hasSize(3);
    }

    @Test
    void an_index_and_a_table_of_one_name_are_kept_apart() {
        MigrationPlan plan = planning()
                .source(
                        "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)",
                        "CREATE TABLE t_pkey (id INTEGER PRIMARY KEY)",
                        "CREATE INDEX t_pkey_pkey ON t (a)")
                .plan();
        assertThat(plan.tables().stream()
                        .flatMap(table -> java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        table.target().name().name(),
                                        table.target()
                                                .primaryKey()
                                                .orElseThrow()
                                                .name()),
                                table.target().indexes().stream().map(Index::name))))
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_primary_key_that_holds_nulls_becomes_a_unique_index() {
        TablePlan table = only("CREATE TABLE t (k TEXT PRIMARY KEY, v TEXT)", "INSERT INTO t VALUES (NULL, 'x')");
        assertThat(table.target().primaryKey()).isEmpty();
        assertThat(table.target().indexes())
                .singleElement()
                .satisfies(index -> assertThat(index.unique()).isTrue());
        assertThat(table.omissions())
                .singleElement()
                .satisfies(omission -> assertThat(omission.reason()).contains("k holds NULLs"));
    }

    @Test
    void an_index_over_what_the_target_cannot_order_is_left_out_with_a_reason() {
        TablePlan table = Planning.table(
                planning()
                        .with("migration.types", "t.doc=json")
                        .source(
                                "CREATE TABLE t (id INTEGER PRIMARY KEY, doc JSON)",
                                "CREATE INDEX by_doc ON t (doc)",
                                "INSERT INTO t VALUES (1, '{\"a\": 1}')")
                        .plan(),
                "t");
        assertThat(table.target().column("doc").orElseThrow().nativeType()).isEqualTo("json");
        assertThat(table.target().indexes()).isEmpty();
        assertThat(table.omissions())
                .anySatisfy(omission -> assertThat(omission.reason()).contains("no index over json"));
    }

    @Test
    void an_index_over_an_expression_is_left_out_where_the_target_may_not_have_it() {
        TablePlan table = Planning.table(
                planning()
                        .with("target.type", "mysql")
                        .source(
                                "CREATE TABLE t (id INTEGER PRIMARY KEY, b VARCHAR(20))",
                                "CREATE UNIQUE INDEX u ON t (lower(b))")
                        .plan(),
                "t");
        assertThat(table.target().indexes()).isEmpty();
        assertThat(table.omissions())
                .anySatisfy(omission -> assertThat(omission.reason()).contains("no index over an expression"));
    }

    @Test
    void a_key_that_ignores_case_goes_on_ignoring_it() {
        TablePlan table = only("CREATE TABLE t (k TEXT COLLATE NOCASE PRIMARY KEY) WITHOUT ROWID");
        assertThat(table.target().primaryKey()).map(Key::columns).hasValue(List.of("k"));
        assertThat(table.target().indexes()).singleElement().satisfies(index -> {
            assertThat(index.unique()).isTrue();
            assertThat(index.parts().get(0).collation()).hasValue("NOCASE");
        });
    }

    @Test
    void foreign_keys_that_cannot_be_are_refused_with_a_reason() {
        MigrationPlan plan = planning()
                .with("migration.exclude_tables", "left_out")
                .source(
                        "CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT, code TEXT UNIQUE)",
                        "CREATE TABLE left_out (id INTEGER PRIMARY KEY)",
                        "CREATE TABLE child (a INTEGER REFERENCES parent, b INTEGER REFERENCES left_out,"
                                + " c TEXT REFERENCES parent (name), d INTEGER REFERENCES parent (code),"
                                + " e TEXT REFERENCES parent (code) ON DELETE CASCADE)")
                .plan();
        TablePlan child = Planning.table(plan, "child");
        assertThat(child.target().foreignKeys())
                .extracting(ForeignKey::name)
                .containsExactlyInAnyOrder("child_a_fkey", "child_e_fkey");
        assertThat(child.omissions())
                .extracting(Omission::reason)
                .containsExactlyInAnyOrder(
                        "the table left_out is not part of the migration", "d is bigint but its parent code is text");
        assertThat(plan.omissions()).singleElement().satisfies(omission -> {
            assertThat(omission.kind()).isEqualTo("foreign key");
            assertThat(omission.table()).isEqualTo("child");
        });
    }

    @Test
    void a_bounded_text_may_refer_to_an_unbounded_one_and_an_integer_to_a_wider_one() {
        MigrationPlan plan = planning()
                .with("migration.types.child.b", "integer(32)")
                .source(
                        "CREATE TABLE parent (id INTEGER PRIMARY KEY, code TEXT UNIQUE)",
                        "CREATE TABLE child (a VARCHAR(20) REFERENCES parent (code), b INTEGER REFERENCES parent)")
                .plan();
        TablePlan child = Planning.table(plan, "child");
        assertThat(child.omissions()).isEmpty();
        assertThat(child.target().foreignKeys()).hasSize(2);
    }

    @Test
    void a_generated_column_is_computed_by_the_target_or_moved_as_a_value() {
        TablePlan table = only(
                "CREATE TABLE t (a INTEGER, b INTEGER AS (a * 2) STORED, c TEXT AS (printf('%d', a)) STORED)",
                "INSERT INTO t (a) VALUES (1)");
        assertThat(table.columns()).extracting(ColumnPlan::source).containsExactly("a", "c");
        assertThat(column(table, "b").generated()).isPresent();
        assertThat(column(table, "c").generated()).isEmpty();
        assertThat(table.omissions())
                .singleElement()
                .satisfies(omission -> assertThat(omission.reason()).contains("moved into a plain column"));
    }

    @Test
    void defaults_fit_their_columns_type_or_are_named() {
        TablePlan table = only(
                "CREATE TABLE t (n INTEGER DEFAULT -5, b BOOLEAN DEFAULT 1, s TEXT DEFAULT 'it''s', x TEXT DEFAULT 7,"
                        + " w TEXT DEFAULT CURRENT_TIMESTAMP, r INTEGER DEFAULT (abs(random())), z INTEGER DEFAULT NULL)",
                "INSERT INTO t (n) VALUES (1)");
        assertThat(column(table, "n").defaultSql().orElseThrow()).contains("5");
        assertThat(column(table, "b").defaultSql().orElseThrow()).containsIgnoringCase("true");
        assertThat(column(table, "s").defaultSql().orElseThrow()).contains("'it''s'");
        assertThat(column(table, "x").defaultSql().orElseThrow()).contains("'7'");
        assertThat(column(table, "w").defaultSql()).isPresent();
        assertThat(column(table, "r").defaultSql()).isEmpty();
        assertThat(table.omissions()).singleElement().satisfies(omission -> {
            assertThat(omission.kind()).isEqualTo("default");
            assertThat(omission.name()).startsWith("r DEFAULT");
        });
    }

    @Test
    void big_tables_are_cut_into_parts_that_are_always_the_same() {
        Planning planning = planning()
                .with("migration.large_table_rows", "100")
                .source(
                        "CREATE TABLE big (id INTEGER PRIMARY KEY)",
                        "CREATE TABLE small (id INTEGER PRIMARY KEY)",
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                                + " INSERT INTO big SELECT i FROM n");
        MigrationPlan plan = planning.plan();
        TablePlan big = Planning.table(plan, "big");
        assertThat(big.lane()).isEqualTo(Lane.LARGE);
        assertThat(big.units())
                .hasSize(10)
                .extracting(UnitPlan::id)
                .startsWith("big.p01")
                .endsWith("big.p10");
        assertThat(big.units().get(0).range().after()).isEmpty();
        for (int i = 1; i < big.units().size(); i++) {
            assertThat(big.units().get(i).range().after())
                    .isPresent()
                    .isEqualTo(big.units().get(i - 1).range().upTo());
        }
        assertThat(Planning.table(plan, "small").units())
                .extracting(UnitPlan::id)
                .containsExactly("small");
        assertThat(planning.plan()).isEqualTo(plan);
    }

    @Test
    void a_part_and_a_table_of_its_name_are_told_apart() {
        MigrationPlan plan = planning()
                .with("migration.large_table_rows", "1")
                .source(
                        "CREATE TABLE \"t.p01\" (id INTEGER PRIMARY KEY)",
                        "CREATE TABLE t (id INTEGER PRIMARY KEY)",
                        "INSERT INTO t VALUES (1), (2)")
                .plan();
        assertThat(plan.tables().stream()
                        .flatMap(table -> table.units().stream())
                        .map(UnitPlan::id))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void upsert_needs_a_key_and_says_so_of_every_table_at_once() {
        Planning planning = planning()
                .with("migration.target_mode", "upsert")
                .source("CREATE TABLE a (x TEXT)", "CREATE TABLE b (y TEXT)");
        assertThatThrownBy(planning::plan)
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA))
                .hasMessageContaining("a has no primary key")
                .hasMessageContaining("b has no primary key");
    }

    private Planning planning() {
        return new Planning(folder);
    }

    private TablePlan only(String... statements) {
        MigrationPlan plan = planning().source(statements).plan();
        assertThat(plan.tables()).hasSize(1);
        return plan.tables().get(0);
    }

    private static Column column(TablePlan table, String name) {
        Optional<Column> column = table.target().column(name);
        return column.orElseThrow();
    }

    private static void fits(String name) {
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
    }
}
