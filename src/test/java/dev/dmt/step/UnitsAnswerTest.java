package dev.dmt.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.plan.Lane;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.RowForm;
import dev.dmt.plan.TablePlan;
import dev.dmt.plan.UnitPlan;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnitsAnswerTest {
    @Test
    void small_tables_are_packed_into_batches_of_about_equal_rows() {
        UnitsView view = small(plan(table("a", 100), table("b", 60), table("c", 50), table("d", 10)), 2);
        assertThat(view.batches()).extracting(UnitsView.Batch::name).containsExactly("batch-001", "batch-002");
        assertThat(view.batches().get(0).tables()).containsExactly("a", "d");
        assertThat(view.batches().get(1).tables()).containsExactly("b", "c");
        assertThat(view.batches()).extracting(UnitsView.Batch::rows).containsExactly(110L, 110L);
    }

    @Test
    void empty_tables_are_spread_too() {
        TablePlan[] empty =
                IntStream.range(0, 100).mapToObj(i -> table("t" + i, 0)).toArray(TablePlan[]::new);
        assertThat(small(plan(empty), 4).batches())
                .hasSize(4)
                .allSatisfy(batch -> assertThat(batch.tables()).hasSize(25));
    }

    @Test
    void there_are_never_more_batches_than_tables() {
        assertThat(small(plan(table("a", 1)), 200).batches()).hasSize(1);
        assertThat(small(plan(), 200).batches()).isEmpty();
    }

    @Test
    void the_answer_does_not_depend_on_the_order_of_the_plan() {
        assertThat(small(plan(table("a", 5), table("b", 5), table("c", 5)), 2))
                .isEqualTo(small(plan(table("c", 5), table("b", 5), table("a", 5)), 2));
    }

    @Test
    void each_part_of_a_large_table_is_an_entry_of_its_own() {
        MigrationPlan plan = plan(large("big", 90, 3), table("a", 1));
        UnitsView view = UnitsAnswer.of(plan, UnitsView.LaneName.LARGE, 200);
        assertThat(view.batches()).extracting(UnitsView.Batch::name).containsExactly("big.p1", "big.p2", "big.p3");
        assertThat(view.batches()).allSatisfy(batch -> {
            assertThat(batch.units()).containsExactly(batch.name());
            assertThat(batch.rows()).isEqualTo(30);
        });
    }

    private static UnitsView small(MigrationPlan plan, int maxUnits) {
        return UnitsAnswer.of(plan, UnitsView.LaneName.SMALL, maxUnits);
    }

    private static MigrationPlan plan(TablePlan... tables) {
        return new MigrationPlan(1, "fingerprint", "pinned", List.of(tables), List.of());
    }

    private static TablePlan table(String name, long rows) {
        return planned(name, Lane.SMALL, rows, List.of(new UnitPlan(name, KeyRange.ALL)));
    }

    private static TablePlan large(String name, long rows, int parts) {
        Stream<UnitPlan> units =
                IntStream.rangeClosed(1, parts).mapToObj(part -> new UnitPlan(name + ".p" + part, KeyRange.ALL));
        return planned(name, Lane.LARGE, rows, units.toList());
    }

    private static TablePlan planned(String name, Lane lane, long rows, List<UnitPlan> units) {
        RowOrder order = new RowOrder(RowOrder.Kind.NONE, List.of());
        TableName target = new TableName("public", name);
        Table table = new Table(target, List.of(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), order);
        return new TablePlan(
                new TableName("", name),
                table,
                lane,
                rows,
                0,
                order,
                List.of(),
                List.of(),
                units,
                RowForm.CSV,
                java.util.Optional.empty(),
                0,
                List.of());
    }
}
