package dev.dmt.plan;

import dev.dmt.config.DmtConfig;
import dev.dmt.engine.SourceTypes;
import dev.dmt.engine.TargetDialect;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.TableProfile;
import java.util.List;
import java.util.Map;

/**
 * Everything the plan is made from.
 *
 * @param rules of those who will work with the target
 */
public record PlanInputs(
        DmtConfig config,
        DatabaseSchema schema,
        List<TableProfile> profiles,
        Map<String, Long> sequenceFloors,
        SourceTypes sourceTypes,
        TargetDialect dialect,
        Partitioning partitioning,
        PlanRules rules) {
    public PlanInputs {
        profiles = List.copyOf(profiles);
        sequenceFloors = Map.copyOf(sequenceFloors);
    }
}
