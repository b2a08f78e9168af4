package dev.dmt.zero;

import dev.dmt.plan.ColumnPlan;
import dev.dmt.plan.Lane;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.RowForm;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.stream.Stream;

/** A plan as a test wants it: of each table no more than what it becomes in the target, and which columns are moved. */
final class SomePlan {
    static final RowOrder ORDER = new RowOrder(RowOrder.Kind.NONE, List.of());

    private SomePlan() {}

    static MigrationPlan of(Table... targets) {
        return new MigrationPlan(
                1,
                "",
                "",
                Stream.of(targets)
                        .map(target -> table(target.name().name(), target, List.of()))
                        .toList(),
                List.of());
    }

    static TablePlan table(String source, Table target, List<ColumnPlan> columns) {
        return new TablePlan(
                TableName.of(source),
                target,
                Lane.SMALL,
                0,
                0,
                ORDER,
                columns,
                List.of(),
                List.of(),
                RowForm.CSV,
                java.util.Optional.empty(),
                0,
                List.of());
    }

    static ColumnPlan column(String source, String target, LogicalType type) {
        return new ColumnPlan(source, target, "", type, "", "", Fidelity.EXACT, List.of());
    }
}
