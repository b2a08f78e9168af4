package dev.dmt.step;

import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the plan once: tables, types with fidelity, names, units and their key bounds. */
final class PlanStep implements Step {
    static final String NAME = "plan";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "decide types, names, keys and units; written once, to be read and used by all later steps";
    }

    @Override
    public boolean takesTables() {
        return false;
    }

    @Override
    public StepResult run(StepContext context, StepRequest request) {
        if (request.dryRun()) {
            MigrationPlan plan = context.planOrPreview();
            List<String> lines = plan.tables().stream()
                    .flatMap(table -> table.units().stream()
                            .map(unit -> unit.id() + "  " + table.rows() + " rows in the table  "
                                    + unit.range().after().map(Object::toString).orElse("")
                                    + " .. "
                                    + unit.range().upTo().map(Object::toString).orElse("")))
                    .toList();
            return new StepResult(NAME, false, counts(plan), lines);
        }
        context.runs().require();
        Optional<MigrationPlan> stored = context.store().read(Documents.PLAN, MigrationPlan.class);
        if (stored.isPresent()) {
            return new StepResult(NAME, true, counts(stored.get()), List.of());
        }
        return context.recorded(NAME, request, () -> {
            SchemaDocument schema = context.requireSchema();
            ExtractSchemaStep.requireUnchanged(
                    schema.sourceFingerprint(), context.source().fingerprint());
            MigrationPlan plan =
                    new Increments(context).placed(context.preview().plan(schema, context.dialect()));
            ZeroGate.pass(context, plan, schema.profiles());
            context.store().write(Documents.PLAN, plan);
            return new StepResult(NAME, false, counts(plan), List.of());
        });
    }

    private static Map<String, Long> counts(MigrationPlan plan) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("tables", (long) plan.tables().size());
        counts.put(
                "units",
                plan.tables().stream().mapToLong(table -> table.units().size()).sum());
        counts.put(
                "omissions",
                plan.omissions().size()
                        + plan.tables().stream()
                                .map(TablePlan::omissions)
                                .mapToLong(List::size)
                                .sum());
        return counts;
    }
}
