package dev.dmt.plan;

import dev.dmt.schema.KeyRange;

/** The smallest transfer an orchestrator schedules: a table, or one key range of a big one. */
public record UnitPlan(String id, KeyRange range) {}
