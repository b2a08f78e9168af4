package dev.dmt.plan;

import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.RowOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts tables into units: small ones whole, large ones in key ranges. */
final class UnitPlanner {
    private final MigrationConfig migration;
    private final Partitioning partitioning;
    private final Set<String> ids = new HashSet<>();

    UnitPlanner(MigrationConfig migration, Partitioning partitioning) {
        this.migration = migration;
        this.partitioning = partitioning;
    }

    Lane lane(TableRead read, long rows) {
        return rows > migration.largeTableRows() && read.order().kind() != RowOrder.Kind.NONE ? Lane.LARGE : Lane.SMALL;
    }

    List<UnitPlan> units(TableRead read, long rows) {
        String table = read.table().toString();
        if (lane(read, rows) == Lane.SMALL) {
            return List.of(new UnitPlan(unique(table), KeyRange.ALL));
        }
        long parts =
                Math.min(migration.maxUnits(), (rows + migration.largeTableRows() - 1) / migration.largeTableRows());
        List<KeyRange> ranges = partitioning.partitions(read, Math.toIntExact(parts));
        int digits = Math.max(2, String.valueOf(ranges.size()).length());
        List<UnitPlan> units = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            String number = String.format(Locale.ROOT, "%0" + digits + "d", i + 1);
            units.add(new UnitPlan(unique(table + ".p" + number), ranges.get(i)));
        }
        return units;
    }

    private String unique(String wanted) {
        String id = wanted;
        for (int number = 2; !ids.add(id.toLowerCase(Locale.ROOT)); number++) {
            id = wanted + "~" + number;
        }
        return id;
    }
}
