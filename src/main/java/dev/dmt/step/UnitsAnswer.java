package dev.dmt.step;

import dev.dmt.plan.Lane;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.plan.UnitPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/** What to schedule: each part of a large table, and the small tables packed into batches of about equal rows. */
final class UnitsAnswer {
    private UnitsAnswer() {}

    static UnitsView of(MigrationPlan plan, UnitsView.LaneName lane, int maxUnits) {
        return switch (lane) {
            case LARGE -> new UnitsView(lane, parts(plan));
            case SMALL -> new UnitsView(lane, batches(plan, maxUnits));
        };
    }

    private static List<UnitsView.Batch> parts(MigrationPlan plan) {
        List<UnitsView.Batch> parts = new ArrayList<>();
        for (TablePlan table : of(plan, Lane.LARGE)) {
            for (UnitPlan unit : table.units()) {
                parts.add(new UnitsView.Batch(
                        unit.id(),
                        List.of(table.source().toString()),
                        List.of(unit.id()),
                        table.rows() / table.units().size()));
            }
        }
        return parts;
    }

    /** Largest first, each into the batch with the fewest rows so far: deterministic, so that a retry sees the same. */
    private static List<UnitsView.Batch> batches(MigrationPlan plan, int maxUnits) {
        List<TablePlan> tables = new ArrayList<>(of(plan, Lane.SMALL));
        tables.sort(Comparator.comparingLong(TablePlan::rows)
                .reversed()
                .thenComparing(table -> table.source().toString()));
        int count = Math.min(maxUnits, tables.size());
        PriorityQueue<Bin> bins =
                new PriorityQueue<>(Comparator.comparingLong(Bin::weight).thenComparingInt(Bin::number));
        for (int i = 0; i < count; i++) {
            bins.add(new Bin(i, 0, new ArrayList<>()));
        }
        for (TablePlan table : tables) {
            Bin bin = bins.remove();
            bin.tables().add(table);
            bins.add(new Bin(bin.number(), bin.weight() + table.rows() + 1, bin.tables()));
        }
        return bins.stream()
                .sorted(Comparator.comparingInt(Bin::number))
                .map(Bin::batch)
                .toList();
    }

    private static List<TablePlan> of(MigrationPlan plan, Lane lane) {
        return plan.tables().stream().filter(table -> table.lane() == lane).toList();
    }

    private record Bin(int number, long weight, List<TablePlan> tables) {
        UnitsView.Batch batch() {
            return new UnitsView.Batch(
                    String.format(Locale.ROOT, "batch-%03d", number + 1),
                    tables.stream().map(table -> table.source().toString()).toList(),
                    tables.stream()
                            .flatMap(table -> table.units().stream().map(UnitPlan::id))
                            .toList(),
                    tables.stream().mapToLong(TablePlan::rows).sum());
        }
    }
}
