package dev.dmt.validate;

import dev.dmt.plan.ColumnPlan;
import dev.dmt.plan.Lane;
import dev.dmt.plan.RowForm;
import dev.dmt.plan.TablePlan;
import dev.dmt.report.Progress;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.Key;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Plans for tables whose columns are given as "name:type"; the target's names are the same in lower case. */
final class Tables {
    private Tables() {}

    static TablePlan plan(long rows, List<String> key, String... columns) {
        List<ColumnPlan> plans = new ArrayList<>();
        for (String column : columns) {
            String[] parts = column.split(":", 2);
            plans.add(new ColumnPlan(
                    parts[0],
                    parts[0].toLowerCase(java.util.Locale.ROOT),
                    parts[1],
                    LogicalType.parse(parts[1]),
                    "as_is",
                    parts[1],
                    Fidelity.EXACT,
                    List.of()));
        }
        Table target = new Table(
                new TableName("public", "t"),
                List.of(),
                key.isEmpty() ? Optional.empty() : Optional.of(new Key("t_pkey", key)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RowOrder(RowOrder.Kind.NONE, List.of()));
        return new TablePlan(
                TableName.of("T"),
                target,
                Lane.SMALL,
                rows,
                0,
                new RowOrder(RowOrder.Kind.ROWID, List.of("rowid")),
                plans,
                List.of(),
                List.of(),
                RowForm.CSV,
                java.util.Optional.empty(),
                0,
                List.of());
    }

    static TableValidation validate(ValidationOptions options, TablePlan plan, MemoryTable source, MemoryTable target) {
        return new TableValidator(options, RejectFilter.NONE, Progress.SILENT)
                .validate(new ComparedTable(plan, source, target), Optional.empty());
    }

    static List<String> messages(TableValidation validation) {
        return validation.findings().stream().map(Finding::message).toList();
    }

    static List<String> differences(TableValidation validation) {
        return validation.differences().stream()
                .map(d -> d.kind() + " " + d.key() + (d.columns().isEmpty() ? "" : " " + d.columns()))
                .toList();
    }

    static List<String> key(String... columns) {
        return Arrays.asList(columns);
    }
}
