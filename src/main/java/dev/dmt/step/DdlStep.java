package dev.dmt.step;

import dev.dmt.attempt.Task;
import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.Ddl;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A step that is nothing but DDL per table: keys, indexes, sequences.
 *
 * @param counted what its items are called in the result
 * @param ofPlan what belongs to the plan as a whole, done with whichever table comes first
 */
record DdlStep(
        String name,
        String summary,
        String counted,
        List<DdlPhase> phases,
        BiFunction<MigrationPlan, Ddl, List<DdlItem>> ofPlan)
        implements Step {
    private static final DdlPhase WHOLE = new DdlPhase(false, (table, ddl, migration) -> List.of());

    DdlStep {
        phases = List.copyOf(phases);
    }

    /** With nothing that is of no table. */
    DdlStep(String name, String summary, String counted, List<DdlPhase> phases) {
        this(name, summary, counted, phases, (plan, ddl) -> List.of());
    }

    @Override
    public boolean takesTables() {
        return true;
    }

    @Override
    public StepResult run(StepContext context, StepRequest request) {
        List<TablePlan> tables = context.tables(request);
        Ddl ddl = context.dialect().ddl();
        MigrationConfig migration = context.config().migration();
        if (request.dryRun()) {
            return dryRun(tables, ofPlan.apply(context.planOrPreview(), ddl), ddl, migration);
        }
        return context.recorded(name, request, () -> {
            LedgerUnits.of(context).requireRows(tables, name);
            FencedDdl fenced = new FencedDdl(context, name);
            long done = 0;
            for (DdlPhase phase : phases) {
                done += run(context, phase, fenced.pending(items(phase, tables, ddl, migration)), fenced);
            }
            done += run(context, WHOLE, fenced.pending(ofPlan.apply(context.requirePlan(), ddl)), fenced);
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("tables", (long) tables.size());
            counts.put(counted, done);
            return new StepResult(name, done == 0, counts, List.of());
        });
    }

    private long run(StepContext context, DdlPhase phase, List<DdlItem> pending, FencedDdl fenced) {
        List<Task<Boolean>> tasks = pending.stream()
                .map(item -> Task.brief(name + " " + item.unit(), () -> fenced.execute(item)))
                .toList();
        List<Boolean> results = phase.parallel() ? context.inParallel(tasks) : context.oneByOne(tasks);
        return results.stream().filter(result -> result).count();
    }

    private StepResult dryRun(List<TablePlan> tables, List<DdlItem> whole, Ddl ddl, MigrationConfig migration) {
        List<DdlItem> all = new ArrayList<>();
        phases.forEach(phase -> all.addAll(items(phase, tables, ddl, migration)));
        all.addAll(whole);
        List<String> lines = new ArrayList<>();
        all.forEach(item -> item.statements().forEach(statement -> lines.add(ddl.plain(statement) + ";")));
        return new StepResult(name, false, Map.of("statements", (long) lines.size()), lines);
    }

    private static List<DdlItem> items(DdlPhase phase, List<TablePlan> tables, Ddl ddl, MigrationConfig migration) {
        List<DdlItem> all = new ArrayList<>();
        for (TablePlan table : tables) {
            all.addAll(phase.items().of(table, ddl, migration));
        }
        return all;
    }
}
