package dev.dmt.plan;

import dev.dmt.schema.TableProfile;
import java.util.List;

/**
 * A plan to look at, not to go by where something stands in its way.
 *
 * @param problems what stands in the way, each with its place and its remedies; the columns concerned are refused
 * @param profiles what the source was found to hold
 */
public record PlanSurvey(MigrationPlan plan, List<String> problems, List<TableProfile> profiles) {
    public PlanSurvey {
        problems = List.copyOf(problems);
        profiles = List.copyOf(profiles);
    }
}
