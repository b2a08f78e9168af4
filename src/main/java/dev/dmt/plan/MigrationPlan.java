package dev.dmt.plan;

import dev.dmt.schema.NamedType;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Sequence;
import java.util.List;

/**
 * plan.yaml: written once, read by every later step.
 *
 * @param types that the target needs before its tables, under the target's names
 * @param sequences the same
 */
public record MigrationPlan(
        int version,
        String sourceFingerprint,
        String guarantee,
        List<TablePlan> tables,
        List<Omission> omissions,
        List<NamedType> types,
        List<Sequence> sequences) {
    public MigrationPlan {
        tables = List.copyOf(tables);
        omissions = List.copyOf(omissions);
        types = List.copyOf(types);
        sequences = List.copyOf(sequences);
    }

    /** Of tables alone. */
    public MigrationPlan(
            int version, String sourceFingerprint, String guarantee, List<TablePlan> tables, List<Omission> omissions) {
        this(version, sourceFingerprint, guarantee, tables, omissions, List.of(), List.of());
    }

    public MigrationPlan withTables(List<TablePlan> newTables) {
        return new MigrationPlan(version, sourceFingerprint, guarantee, newTables, omissions);
    }
}
