package dev.dmt.plan;

import dev.dmt.schema.Omission;
import java.util.List;

/** plan.yaml: written once, read by every later step. */
public record MigrationPlan(
        int version, String sourceFingerprint, String guarantee, List<TablePlan> tables, List<Omission> omissions) {
    public MigrationPlan {
        tables = List.copyOf(tables);
        omissions = List.copyOf(omissions);
    }

    public MigrationPlan withTables(List<TablePlan> newTables) {
        return new MigrationPlan(version, sourceFingerprint, guarantee, newTables, omissions);
    }
}
