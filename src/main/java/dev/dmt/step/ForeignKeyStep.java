package dev.dmt.step;

import dev.dmt.engine.Ddl;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.ForeignKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds foreign keys unchecked, then checks each. One with orphans stays unchecked: it guards new rows, and the orphans are
 * counted and named.
 */
final class ForeignKeyStep implements Step {
    static final String NAME = "create-fks";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "create foreign keys without a check, then check each; orphans are counted and named";
    }

    @Override
    public boolean takesTables() {
        return true;
    }

    @Override
    public StepResult run(StepContext context, StepRequest request) {
        List<TablePlan> tables = context.config().migration().createForeignKeys() ? context.tables(request) : List.of();
        if (request.dryRun()) {
            List<String> lines = new ArrayList<>();
            Ddl ddl = context.dialect().ddl();
            for (TablePlan table : tables) {
                for (ForeignKey key : table.target().foreignKeys()) {
                    ddl.createForeignKey(table.target(), key).forEach(sql -> lines.add(sql + ";"));
                    ddl.validateForeignKey(table.target(), key).forEach(sql -> lines.add(sql + ";"));
                }
            }
            return new StepResult(NAME, false, Map.of("statements", (long) lines.size()), lines);
        }
        return context.recorded(NAME, request, () -> create(context, tables));
    }

    private static StepResult create(StepContext context, List<TablePlan> tables) {
        Ddl ddl = context.target().ddl();
        FencedDdl fenced = new FencedDdl(context, NAME);
        List<DdlItem> added = new ArrayList<>();
        List<Workers.Task<Optional<String>>> checks = new ArrayList<>();
        for (TablePlan table : tables) {
            for (ForeignKey key : table.target().foreignKeys()) {
                added.add(DdlItem.of(table, key.name(), ddl.createForeignKey(table.target(), key)));
                checks.add(new Workers.Task<>("validate " + key.name(), () -> validate(context, fenced, table, key)));
            }
        }
        List<DdlItem> pending = fenced.pending(added);
        // Adding locks both tables: one at a time cannot deadlock.
        pending.forEach(fenced::execute);
        List<String> findings =
                context.workers().all(checks).stream().flatMap(Optional::stream).toList();
        findings.forEach(context.progress()::say);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("foreign_keys", (long) added.size());
        counts.put("with_orphans", (long) findings.size());
        return new StepResult(NAME, pending.isEmpty(), counts, findings);
    }

    private static Optional<String> validate(StepContext context, FencedDdl fenced, TablePlan table, ForeignKey key) {
        Ddl ddl = context.target().ddl();
        DdlItem item = DdlItem.of(table, key.name() + "/validate", ddl.validateForeignKey(table.target(), key));
        try {
            if (!fenced.pending(List.of(item)).isEmpty()) {
                fenced.execute(item);
            }
            return Optional.empty();
        } catch (DmtException e) {
            if (e.code() != ErrorCode.DATA) {
                throw e;
            }
            long orphans = context.target().catalog().countRows(ddl.countOrphans(table.target(), key));
            return Optional.of(
                    "foreign key " + key.name() + " of " + table.target().name() + ": " + orphans
                            + " rows without a parent in " + key.referencedTable()
                            + "; it guards new rows but stays NOT VALID");
        }
    }
}
