package dev.dmt.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.oracle.CatalogRows.ColumnRow;
import dev.dmt.engine.oracle.CatalogRows.ConstraintRow;
import dev.dmt.engine.oracle.CatalogRows.IdentityRow;
import dev.dmt.engine.oracle.CatalogRows.IndexRow;
import dev.dmt.engine.oracle.CatalogRows.TableRow;
import dev.dmt.engine.oracle.CatalogRows.TriggerRow;
import dev.dmt.schema.Check;
import dev.dmt.schema.Column;
import dev.dmt.schema.GeneratedColumn;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.Omission;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is made of the dictionary's rows, as a server gives them. */
class SchemaAssemblyTest {
    private static final CatalogRows ROWS = new CatalogRows(
            List.of(
                    new TableRow("ORDERS", true, false, Optional.of("all orders")),
                    new TableRow("LOG", false, false, Optional.empty())),
            List.of(
                    number("ID", 18, 0).identityColumn().row(),
                    number("REGION", 9, 0).row(),
                    text("STATE", 10).withDefault("'new'\n  ").row(),
                    number("TWICE", 18, 0).computed("\"ID\"*2").row(),
                    text("SECRET", 5).hidden().row(),
                    text("NOTE", 5).of("LOG").withDefault("NULL ").row()),
            List.of(
                    constraint("ORDERS_PK", "P", "ID"),
                    constraint("ORDERS_UQ", "U", "REGION"),
                    constraint("ORDERS_UQ", "U", "STATE"),
                    foreignKey("REGION_FK", "APP", "CASCADE"),
                    foreignKey("OTHER_FK", "HR", "NO ACTION"),
                    check("SYS_C001", "\"STATE\" IS NOT NULL", true),
                    check("STATE_CK", "state IN ('new', 'old')", true),
                    check("OFF_CK", "1 = 1", false)),
            List.of(
                    index("STATE_IX", "FUNCTION-BASED NORMAL", "SYS_NC00006$", true, "\"STATE\""),
                    index("STATE_IX", "FUNCTION-BASED NORMAL", "REGION", false, null),
                    index("LOWER_IX", "FUNCTION-BASED NORMAL", "SYS_NC00007$", false, "LOWER(\"STATE\")"),
                    index("STATE_BM", "BITMAP", "STATE", false, null),
                    new IndexRow(
                            "ORDERS",
                            "WORDS",
                            "DOMAIN",
                            false,
                            Optional.of("CONTEXT"),
                            "STATE",
                            false,
                            Optional.empty())),
            List.of(new IdentityRow("ORDERS", "ID", true, 41, 2, false)),
            List.of(
                    new TriggerRow("ORDERS", "COUNTER", "INSERT", ":new.id := orders_seq.NextVal;"),
                    new TriggerRow("ORDERS", "AUDIT_IT", "UPDATE", "null;")));

    private final List<Table> tables = new SchemaAssembly("", "APP", ROWS).tables();
    private final Table orders = tables.get(0);

    @Test
    void columns_come_with_type_default_identity_and_computation() {
        assertThat(orders.name()).isEqualTo(TableName.of("ORDERS"));
        assertThat(orders.comment()).contains("all orders");
        assertThat(orders.columns())
                .extracting(Column::name, Column::nativeType, Column::identity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ID", "NUMBER(18)", true),
                        org.assertj.core.groups.Tuple.tuple("REGION", "NUMBER(9)", false),
                        org.assertj.core.groups.Tuple.tuple("STATE", "VARCHAR2(10 CHAR)", false),
                        org.assertj.core.groups.Tuple.tuple("TWICE", "NUMBER(18)", false),
                        org.assertj.core.groups.Tuple.tuple("SECRET", "VARCHAR2(5 CHAR)", false));
        assertThat(orders.columns().get(0).defaultSql()).isEmpty();
        assertThat(orders.columns().get(2).defaultSql()).contains("'new'");
        assertThat(orders.columns().get(3).generated()).contains(new GeneratedColumn("\"ID\"*2", false));
        assertThat(tables.get(1).columns().get(0).defaultSql()).isEmpty();
    }

    @Test
    void keys_come_in_order_and_decide_how_rows_are_read() {
        assertThat(orders.primaryKey()).contains(new Key("ORDERS_PK", List.of("ID")));
        assertThat(orders.uniqueKeys()).containsExactly(new Key("ORDERS_UQ", List.of("REGION", "STATE")));
        assertThat(orders.order()).isEqualTo(new RowOrder(RowOrder.Kind.KEY, List.of("ID")));
        assertThat(tables.get(1).order()).isEqualTo(new RowOrder(RowOrder.Kind.PLACE, List.of()));
    }

    @Test
    void foreign_keys_know_their_parents_also_in_other_schemas() {
        assertThat(orders.foreignKeys()).hasSize(2);
        assertThat(orders.foreignKeys().get(0).referencedTable()).isEqualTo(TableName.of("REGIONS"));
        assertThat(orders.foreignKeys().get(0).onDelete()).isEqualTo(ReferentialAction.CASCADE);
        assertThat(orders.foreignKeys().get(1).referencedTable()).isEqualTo(new TableName("HR", "REGIONS"));
    }

    @Test
    void checks_are_those_of_people() {
        assertThat(orders.checks()).containsExactly(new Check("STATE_CK", "state IN ('new', 'old')"));
    }

    @Test
    void a_downward_column_is_a_column_and_not_an_expression() {
        assertThat(orders.indexes())
                .extracting(Index::name, Index::parts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "STATE_IX",
                                List.of(
                                        new IndexPart("STATE", false, true, Optional.empty()),
                                        new IndexPart("REGION", false, false, Optional.empty()))),
                        org.assertj.core.groups.Tuple.tuple(
                                "LOWER_IX", List.of(new IndexPart("LOWER(\"STATE\")", true, false, Optional.empty()))));
    }

    @Test
    void what_is_not_carried_over_is_named_with_its_reason() {
        assertThat(new Hindrances("APP", ROWS).omissions())
                .extracting(Omission::kind, Omission::name)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("partitioning", "ORDERS"),
                        org.assertj.core.groups.Tuple.tuple("invisible column", "SECRET"),
                        org.assertj.core.groups.Tuple.tuple("foreign key", "OTHER_FK"),
                        org.assertj.core.groups.Tuple.tuple("check", "OFF_CK"),
                        org.assertj.core.groups.Tuple.tuple("index", "STATE_BM"),
                        org.assertj.core.groups.Tuple.tuple("index", "WORDS"),
                        org.assertj.core.groups.Tuple.tuple("identity", "ID"),
                        org.assertj.core.groups.Tuple.tuple("identity", "ID"),
                        org.assertj.core.groups.Tuple.tuple("trigger", "COUNTER"),
                        org.assertj.core.groups.Tuple.tuple("trigger", "AUDIT_IT"));
    }

    @Test
    void a_trigger_that_counts_is_told_from_others() {
        assertThat(new Hindrances("APP", ROWS).omissions())
                .filteredOn(omission -> omission.name().equals("COUNTER"))
                .singleElement()
                .satisfies(omission -> assertThat(omission.remedy()).contains("identity"));
    }

    private static ConstraintRow constraint(String name, String kind, String column) {
        return new ConstraintRow(
                "ORDERS",
                name,
                kind,
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(column),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ConstraintRow foreignKey(String name, String parentOwner, String rule) {
        return new ConstraintRow(
                "ORDERS",
                name,
                "R",
                true,
                false,
                false,
                Optional.of(rule),
                Optional.empty(),
                Optional.of("REGION"),
                Optional.of(parentOwner),
                Optional.of("REGIONS"),
                Optional.of("ID"));
    }

    private static ConstraintRow check(String name, String condition, boolean enabled) {
        return new ConstraintRow(
                "ORDERS",
                name,
                "C",
                enabled,
                false,
                false,
                Optional.empty(),
                Optional.of(condition),
                Optional.of("STATE"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static IndexRow index(
            String name,
            String kind,
            String column,
            boolean descending,
            @org.jspecify.annotations.Nullable String expression) {
        return new IndexRow(
                "ORDERS", name, kind, false, Optional.empty(), column, descending, Optional.ofNullable(expression));
    }

    private static Draft number(String name, int precision, int scale) {
        return new Draft(name, "NUMBER", OptionalInt.of(precision), OptionalInt.of(scale), 0);
    }

    private static Draft text(String name, int length) {
        return new Draft(name, "VARCHAR2", OptionalInt.empty(), OptionalInt.empty(), length);
    }

    /** A column's row in the making. */
    private static final class Draft {
        private final String name;
        private final String type;
        private final OptionalInt precision;
        private final OptionalInt scale;
        private final int length;
        private String table = "ORDERS";
        private boolean identity;
        private boolean virtual;
        private boolean invisible;
        private Optional<String> defaultSql = Optional.empty();

        Draft(String name, String type, OptionalInt precision, OptionalInt scale, int length) {
            this.name = name;
            this.type = type;
            this.precision = precision;
            this.scale = scale;
            this.length = length;
        }

        Draft of(String newTable) {
            table = newTable;
            return this;
        }

        Draft identityColumn() {
            identity = true;
            defaultSql = Optional.of("\"APP\".\"ISEQ$$_70000\".nextval");
            return this;
        }

        Draft computed(String expression) {
            virtual = true;
            defaultSql = Optional.of(expression);
            return this;
        }

        Draft withDefault(String sql) {
            defaultSql = Optional.of(sql);
            return this;
        }

        Draft hidden() {
            invisible = true;
            return this;
        }

        ColumnRow row() {
            return new ColumnRow(
                    table,
                    name,
                    type,
                    Optional.empty(),
                    length * 4,
                    precision,
                    scale,
                    length,
                    false,
                    !identity,
                    virtual,
                    invisible,
                    identity,
                    Optional.of("USING_NLS_COMP"),
                    false,
                    Optional.empty(),
                    defaultSql);
        }
    }
}
