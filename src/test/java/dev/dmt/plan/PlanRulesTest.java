package dev.dmt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.Column;
import dev.dmt.schema.Key;
import dev.dmt.schema.Omission;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanRulesTest {
    /** Nothing but small letters, and a key for everybody. */
    private static final PlanRules STRICT = new PlanRules() {
        @Override
        public String tableName(String wanted) {
            return wanted.replace(' ', '_');
        }

        @Override
        public String columnName(String wanted) {
            return wanted.replace(' ', '-');
        }

        @Override
        public boolean keyIsMissing(Table target) {
            return target.primaryKey().isEmpty() && target.uniqueKeys().isEmpty();
        }

        @Override
        public String reason() {
            return "as demanded";
        }
    };

    @TempDir
    Path folder;

    @Test
    void names_that_break_a_rule_are_changed_once_for_all() {
        MigrationPlan plan = new Planning(folder)
                .rules(STRICT)
                .source(
                        "create table \"Order Details\" (\"First Name\" text primary key)",
                        "create table order_details (id integer primary key, ref text references \"Order Details\")")
                .plan();

        TablePlan details = Planning.table(plan, "Order Details");
        assertThat(details.target().name().name()).isEqualTo("Order_Details");
        assertThat(details.columns().get(0).target()).isEqualTo("First-Name");
        assertThat(details.omissions())
                .extracting(Omission::reason)
                .contains(
                        "the target calls it Order_Details, as demanded",
                        "the target calls it First-Name, as demanded");
        TablePlan other = Planning.table(plan, "order_details");
        assertThat(other.target().name().name()).isEqualTo("order_details_2");
        assertThat(other.target().foreignKeys().get(0).referencedTable().name()).isEqualTo("Order_Details");
        assertThat(other.target().foreignKeys().get(0).referencedColumns()).containsExactly("First-Name");
    }

    @Test
    void a_name_given_by_the_user_keeps_to_the_rules_too() {
        MigrationPlan plan = new Planning(folder)
                .rules(STRICT)
                .with("migration.rename_columns", "t.a=b c")
                .source("create table t (a text)")
                .plan();

        TablePlan table = Planning.table(plan, "t");
        assertThat(table.columns().get(0).target()).isEqualTo("b-c");
        assertThat(table.omissions())
                .extracting(Omission::reason)
                .containsExactly("the target calls it b-c, as demanded");
    }

    @Test
    void a_table_without_a_key_gets_one_where_the_config_asks_for_it() {
        MigrationPlan plan = new Planning(folder)
                .rules(STRICT)
                .with("zero.identity_keys", "log*")
                .source(
                        "create table log_a (zero_id text, note text)",
                        "create table log_b (id integer primary key)",
                        "create table other (note text)")
                .plan();

        Table added = Planning.table(plan, "log_a").target();
        assertThat(added.columns()).extracting(Column::name).containsExactly("zero_id", "note", "zero_id_2");
        assertThat(added.columns().get(2))
                .satisfies(column -> assertThat(column.identity()).isTrue())
                .satisfies(column -> assertThat(column.nullable()).isFalse())
                .satisfies(column -> assertThat(column.nativeType()).isEqualTo("bigint"));
        assertThat(added.primaryKey().map(Key::columns)).contains(List.of("zero_id_2"));
        assertThat(added.order().kind()).isEqualTo(RowOrder.Kind.NONE);
        assertThat(Planning.table(plan, "log_a").columns())
                .extracting(ColumnPlan::target)
                .containsExactly("zero_id", "note");
        assertThat(Planning.table(plan, "log_b").target().columns()).hasSize(1);
        assertThat(Planning.table(plan, "other").target().primaryKey()).isEmpty();
    }
}
