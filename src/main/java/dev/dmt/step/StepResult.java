package dev.dmt.step;

import java.util.List;
import java.util.Map;

/**
 * What a step did.
 *
 * @param noop true where all was done before
 * @param counts totals by name ("tables", "rows", ...), in the order to be shown
 * @param lines results for a person, one a line; the DDL and the plan of a dry run
 */
public record StepResult(String step, boolean noop, Map<String, Long> counts, List<String> lines) {}
