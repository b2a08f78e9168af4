package dev.dmt.engine.contract;

import static dev.dmt.engine.contract.ContractTarget.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.Ddl;
import dev.dmt.engine.TargetCatalog;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.Check;
import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** DDL may be repeated, takes nothing with it that it should not, and the catalog shows what it made. */
@ParameterizedClass
@MethodSource("dev.dmt.engine.contract.TestEngine#all")
class DdlContractIT {
    private final ContractTarget bench;
    private final Ddl ddl;
    private final TargetCatalog catalog;
    private final Table parent;
    private final Table child;

    DdlContractIT(TestEngine engine) {
        bench = ContractTarget.open(engine);
        ddl = bench.target().ddl();
        catalog = bench.target().catalog();
        parent = bench.table(
                        "parent", List.of(Field.required("id", "integer(64)"), Field.of("label", "text(40)")), "id")
                .table();
        child = withKeys(bench.table(
                        "child",
                        List.of(
                                Field.required("id", "integer(64)"),
                                Field.of("parent", "integer(64)"),
                                Field.of("label", "text(40)")),
                        "id")
                .table());
    }

    /** As the plan has it: an engine that can declare a key only where the table is made finds it there. */
    private Table withKeys(Table table) {
        ForeignKey reference = new ForeignKey(
                "child_parent_fkey",
                List.of("parent"),
                parent.name(),
                List.of("id"),
                ReferentialAction.CASCADE,
                ReferentialAction.NO_ACTION,
                false,
                false);
        Check positive = new Check("child_check", bench.database().dialect().quote("id") + " <> 13");
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                List.of(new Key("child_label_key", List.of("label"))),
                List.of(new Index(
                        "child_parent_idx",
                        List.of(
                                new IndexPart("parent", false, true, Optional.empty()),
                                new IndexPart("id", false, false, Optional.empty())),
                        false,
                        Optional.empty())),
                List.of(reference),
                List.of(positive),
                new RowOrder(RowOrder.Kind.KEY, List.of("id")));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void every_statement_may_be_repeated_and_the_catalog_shows_what_was_made() {
        for (int i = 0; i < 2; i++) {
            bench.run(ddl.createSchema(bench.target().defaultSchema()));
            makeTables();
            bench.run(ddl.createUniqueKey(child, child.uniqueKeys().get(0)));
            bench.run(ddl.createIndex(child, child.indexes().get(0)));
            bench.run(ddl.createForeignKey(child, child.foreignKeys().get(0)));
            bench.run(ddl.validateForeignKey(child, child.foreignKeys().get(0)));
            bench.run(ddl.createCheck(child, child.checks().get(0)));
            bench.run(ddl.validateCheck(child, child.checks().get(0)));
            bench.run(ddl.analyze(child));
        }
        assertThat(catalog.schemaExists(bench.target().defaultSchema())).isTrue();
        Table held = catalog.describe(child.name()).orElseThrow();
        assertThat(held.columns()).extracting(Column::name).containsExactly("id", "parent", "label");
        assertThat(held.columns()).extracting(Column::nullable).containsExactly(false, true, true);
        assertThat(held.primaryKey()).map(Key::columns).hasValue(List.of("id"));
        assertThat(held.uniqueKeys()).extracting(Key::columns).contains(List.of("label"));
        assertThat(held.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.columns()).containsExactly("parent");
            assertThat(key.referencedTable().name()).isEqualTo("parent");
            assertThat(key.referencedColumns()).containsExactly("id");
            assertThat(key.onDelete()).isEqualTo(ReferentialAction.CASCADE);
        });
        assertThat(held.checks()).hasSize(1);
        assertThat(held.indexes()).anySatisfy(index -> {
            assertThat(index.name()).isEqualTo("child_parent_idx");
            assertThat(index.unique()).isFalse();
            assertThat(index.parts()).extracting(IndexPart::descending).containsExactly(true, false);
        });
    }

    @Test
    void a_table_made_again_keeps_its_rows() {
        makeTables();
        append(child, row(1L, null, "kept"));
        makeTables();
        assertThat(catalog.count(child.name())).isEqualTo(1);
        assertThat(catalog.holdsRows(child.name())).isTrue();
        assertThat(catalog.holdsRows(parent.name())).isFalse();
    }

    @Test
    void a_drop_takes_the_keys_that_point_at_the_table_and_nothing_else() {
        makeTables();
        bench.run(ddl.createForeignKey(child, child.foreignKeys().get(0)));
        boolean losesKeys = !bench.engine().has(TestEngine.Trait.NO_INBOUND_DROP);
        assertThat(catalog.inboundKeys(parent.name()))
                .extracting(key -> key.child().name())
                .isEqualTo(losesKeys ? List.of("child") : List.of());
        append(child, row(1L, null, "kept"));
        bench.run(ddl.dropTable(parent));
        bench.run(ddl.dropTable(parent));
        assertThat(catalog.describe(parent.name())).isEmpty();
        assertThat(catalog.count(child.name())).isEqualTo(1);
        if (losesKeys) {
            assertThat(catalog.describe(child.name()).orElseThrow().foreignKeys())
                    .isEmpty();
        }
        bench.run(ddl.dropTable(child));
        assertThat(catalog.describe(child.name())).isEmpty();
    }

    @Test
    void truncate_empties_a_table_that_others_point_at() {
        makeTables();
        append(parent, row(1L, "p"));
        bench.run(ddl.createForeignKey(child, child.foreignKeys().get(0)));
        append(child, row(1L, 1L, "c"));
        bench.run(ddl.dropForeignKeys(child));
        bench.run(ddl.truncate(child));
        bench.run(ddl.truncate(parent));
        bench.run(ddl.truncate(parent));
        assertThat(catalog.count(parent.name())).isZero();
        assertThat(catalog.count(child.name())).isZero();
    }

    @Test
    void foreign_keys_may_be_dropped_whether_they_are_there_or_not() {
        makeTables();
        bench.run(ddl.dropForeignKeys(child));
        bench.run(ddl.createForeignKey(child, child.foreignKeys().get(0)));
        bench.run(ddl.dropForeignKeys(child));
        append(child, row(1L, 404L, "an orphan may come now"));
        assertThat(catalog.count(child.name())).isEqualTo(1);
    }

    @Test
    void orphans_are_counted_a_half_null_reference_is_none_and_the_key_is_added_all_the_same() {
        makeTables();
        append(parent, row(1L, "p"));
        append(child, row(1L, 1L, "a"), row(2L, 404L, "b"), row(3L, null, "c"), row(4L, 405L, "d"));
        ForeignKey key = child.foreignKeys().get(0);
        assertThat(catalog.countRows(ddl.countOrphans(child, key))).isEqualTo(2);
        bench.run(ddl.createForeignKey(child, key));
        Refusals.assertCode(ErrorCode.DATA, () -> bench.run(ddl.validateForeignKey(child, key)));
        assertThat(catalog.countRows(ddl.countOrphans(child, key))).isEqualTo(2);
    }

    @Test
    void rows_that_break_a_check_are_counted_and_the_check_is_added_all_the_same() {
        Check check = child.checks().get(0);
        Table bare = new Table(
                child.name(),
                child.columns(),
                child.primaryKey(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                child.order());
        bench.create(bare);
        append(bare, row(13L, null, "bad"), row(14L, null, "good"));
        assertThat(catalog.countRows(ddl.countViolations(bare, check))).isEqualTo(1);
        if (bench.engine() == TestEngine.SQLITE) {
            // A check is part of the table, which was made without it.
            return;
        }
        bench.run(ddl.createCheck(bare, check));
        Refusals.assertCode(ErrorCode.DATA, () -> bench.run(ddl.validateCheck(bare, check)));
    }

    @Test
    void the_next_value_of_an_identity_follows_the_highest_that_was_ever_used() {
        Column id = new Column(
                "id",
                bench.nativeType(dev.dmt.schema.LogicalType.parse("integer(64)"))
                        .sql(),
                false,
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty());
        Table counted = new Table(
                bench.name("counted"),
                List.of(id, parent.columns().get(1)),
                Optional.of(new Key("counted_pkey", List.of("id"))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RowOrder(RowOrder.Kind.KEY, List.of("id")));
        bench.create(counted);
        append(counted, row(5L, "five"), row(7L, "seven"));
        bench.run(ddl.resetSequence(counted, "id", 0));
        assertThat(insertOne()).isEqualTo("8");
        bench.run(ddl.resetSequence(counted, "id", 41));
        bench.run(ddl.resetSequence(counted, "id", 41));
        assertThat(insertOne()).isEqualTo("42");
    }

    private String insertOne() {
        TestDatabase database = bench.database();
        database.execute("INSERT INTO " + database.table("counted") + " ("
                + database.dialect().quote("label") + ") VALUES ('one more')");
        return database.query("SELECT max(" + database.dialect().quote("id") + ") FROM " + database.table("counted"))
                .get(0);
    }

    @Test
    void what_is_not_there_is_not_described() {
        assertThat(catalog.describe(bench.name("nothing"))).isEmpty();
        assertThat(catalog.occupant(bench.name("nothing"))).isEmpty();
        assertThat(catalog.holdsRows(bench.name("nothing"))).isFalse();
        assertThat(catalog.inboundKeys(bench.name("nothing"))).isEmpty();
    }

    @Test
    void a_view_of_a_tables_name_is_seen_and_so_are_the_views_that_read_a_table() {
        makeTables();
        TestDatabase database = bench.database();
        database.execute("CREATE VIEW " + database.table("looker") + " AS SELECT * FROM " + database.table("parent"));
        assertThat(catalog.occupant(bench.name("looker"))).isPresent();
        assertThat(catalog.describe(bench.name("looker"))).isEmpty();
        assertThat(catalog.occupant(parent.name())).isEmpty();
        if (bench.engine() == TestEngine.POSTGRES) {
            assertThat(catalog.dependentViews(parent.name()))
                    .extracting(name -> name.name())
                    .containsExactly("looker");
        }
    }

    @Test
    void a_check_of_the_target_finds_nothing_wrong_with_a_fresh_database() {
        assertThat(catalog.check(bench.target().defaultSchema()))
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.failure()).as(finding.toString()).isEmpty());
    }

    private void makeTables() {
        bench.create(parent);
        bench.create(child);
    }

    private void append(Table table, Object[]... rows) {
        bench.append(
                new ContractTable(
                        table,
                        table.columns().stream()
                                .map(column -> dev.dmt.schema.LogicalType.parse(
                                        column.name().equals("label") ? "text(40)" : "integer(64)"))
                                .toList()),
                rows);
    }
}
