package dev.dmt.step;

import dev.dmt.attempt.Task;
import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.Ddl;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Adds constraints unchecked, then holds each against the rows that are there. One that some of them break stays
 * unchecked: it guards new rows, and those that break it are counted and named.
 *
 * @param counted what its constraints are called in the result
 * @param broken what those are called that rows break
 */
record ConstraintStep(
        String name,
        String summary,
        String counted,
        String broken,
        Predicate<MigrationConfig> wanted,
        BiFunction<TablePlan, Ddl, List<HeldConstraint>> constraints)
        implements Step {
    static final String FOREIGN_KEYS = "create-fks";

    static Step foreignKeys() {
        return new ConstraintStep(
                FOREIGN_KEYS,
                "create foreign keys without a check, then check each; orphans are counted and named",
                "foreign_keys",
                "with_orphans",
                MigrationConfig::createForeignKeys,
                HeldConstraint::foreignKeys);
    }

    static Step checks() {
        return new ConstraintStep(
                "create-checks",
                "create check constraints, then check each; rows that break one are counted and named",
                "checks",
                "broken",
                MigrationConfig::createChecks,
                HeldConstraint::checks);
    }

    @Override
    public boolean takesTables() {
        return true;
    }

    @Override
    public StepResult run(StepContext context, StepRequest request) {
        List<TablePlan> tables = wanted.test(context.config().migration()) ? context.tables(request) : List.of();
        if (request.dryRun()) {
            List<String> lines = new ArrayList<>();
            Ddl ddl = context.dialect().ddl();
            for (HeldConstraint constraint : of(tables, ddl)) {
                constraint.added().statements().forEach(sql -> lines.add(ddl.plain(sql) + ";"));
                constraint.validated().statements().forEach(sql -> lines.add(ddl.plain(sql) + ";"));
            }
            return new StepResult(name, false, Map.of("statements", (long) lines.size()), lines);
        }
        return context.recorded(name, request, () -> create(context, tables));
    }

    private StepResult create(StepContext context, List<TablePlan> tables) {
        LedgerUnits ledger = LedgerUnits.of(context);
        ledger.requireRows(tables, name);
        List<HeldConstraint> all = of(tables, context.target().ddl());
        ledger.requireKeys(leanedOn(context, all), name);
        FencedDdl fenced = new FencedDdl(context, name);
        List<DdlItem> pending =
                fenced.pending(all.stream().map(HeldConstraint::added).toList());
        // Adding locks the tables, a foreign key's two: one at a time cannot deadlock.
        pending.forEach(fenced::execute);
        List<Task<Optional<String>>> checks = new ArrayList<>();
        all.forEach(constraint ->
                checks.add(Task.brief("validate " + constraint.name(), () -> validate(context, fenced, constraint))));
        List<String> findings =
                context.inParallel(checks).stream().flatMap(Optional::stream).toList();
        findings.forEach(context.progress()::say);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(counted, (long) all.size());
        counts.put(broken, (long) findings.size());
        return new StepResult(name, pending.isEmpty(), counts, findings);
    }

    private List<HeldConstraint> of(List<TablePlan> tables, Ddl ddl) {
        return tables.stream()
                .flatMap(table -> constraints.apply(table, ddl).stream())
                .toList();
    }

    private static List<TablePlan> leanedOn(StepContext context, List<HeldConstraint> constraints) {
        Set<TableName> names = constraints.stream()
                .flatMap(constraint -> constraint.leansOn().stream())
                .collect(Collectors.toSet());
        return context.requirePlan().tables().stream()
                .filter(table -> names.contains(table.target().name()))
                .toList();
    }

    private static Optional<String> validate(StepContext context, FencedDdl fenced, HeldConstraint constraint) {
        try {
            if (!fenced.pending(List.of(constraint.validated())).isEmpty()) {
                fenced.execute(constraint.validated());
            }
            return Optional.empty();
        } catch (DmtException e) {
            if (e.code() != ErrorCode.DATA) {
                throw e;
            }
            return Optional.of(constraint.finding(context.target().catalog().countRows(constraint.countBroken())));
        }
    }
}
