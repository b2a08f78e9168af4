package dev.dmt.plan;

import java.util.List;

/**
 * A plan to look at, not to go by where something stands in its way.
 *
 * @param problems what stands in the way, each with its place and its remedies; the columns concerned are refused
 */
public record PlanSurvey(MigrationPlan plan, List<String> problems) {
    public PlanSurvey {
        problems = List.copyOf(problems);
    }
}
