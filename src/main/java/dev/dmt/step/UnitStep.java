package dev.dmt.step;

import dev.dmt.attempt.RetryPolicy;
import dev.dmt.attempt.Task;
import dev.dmt.engine.EmptyTextReader;
import dev.dmt.engine.Reader;
import dev.dmt.engine.WireFormat;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.RowForm;
import dev.dmt.plan.TablePlan;
import dev.dmt.plan.UnitPlan;
import dev.dmt.transfer.TransferSettings;
import dev.dmt.transfer.UnitExport;
import dev.dmt.transfer.UnitLoad;
import dev.dmt.transfer.UnitPorts;
import dev.dmt.transfer.UnitResult;
import dev.dmt.transfer.UnitTransfer;
import dev.dmt.transfer.UnitWork;
import dev.dmt.transfer.stream.MemoryBudget;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps that move rows, unit by unit: transfer, and its two halves export and load. */
record UnitStep(String name, String summary, boolean readsSource, boolean writesTarget) implements Step {
    static final String TRANSFER = "transfer";
    static final String EXPORT = "export";
    static final String LOAD = "load";

    static Step transfer() {
        return new UnitStep(TRANSFER, "move rows from source to target, unit by unit, each resumable", true, true);
    }

    static Step export() {
        return new UnitStep(EXPORT, "write rows of the source into shards, for load", true, false);
    }

    static Step load() {
        return new UnitStep(LOAD, "load the shards that export has written", false, true);
    }

    @Override
    public boolean takesTables() {
        return true;
    }

    @Override
    public StepResult run(StepContext context, StepRequest request) {
        MigrationPlan plan = request.dryRun() ? context.planOrPreview() : context.requirePlan();
        List<Chosen> chosen = chosen(context.tables(request), request.units());
        if (request.dryRun()) {
            return new StepResult(
                    name,
                    false,
                    Map.of("units", (long) chosen.size()),
                    chosen.stream().map(c -> name + " " + c.unit().id()).toList());
        }
        boolean everything = request.tables().isEmpty() && request.units().isEmpty();
        // A part's own record is its unit's document; the step's is written by whoever does all of it.
        return everything
                ? context.recorded(name, request, () -> move(context, plan, chosen))
                : context.unlessFinished(name, () -> move(context, plan, chosen));
    }

    private StepResult move(StepContext context, MigrationPlan plan, List<Chosen> chosen) {
        if (readsSource) {
            ExtractSchemaStep.requireUnchanged(
                    plan.sourceFingerprint(), context.source().fingerprint());
        }
        if (writesTarget) {
            requireTables(context, chosen);
        }
        MemoryBudget memory = MemoryBudget.within(context.config().migration().streamMemory());
        List<Task<UnitResult>> tasks = new ArrayList<>();
        chosen.forEach(unit -> tasks.add(task(context, plan, unit, memory)));
        return result(context.inParallel(tasks));
    }

    /** Without their creation in the ledger, the tables may hold rows that the ledger knows nothing of. */
    private static void requireTables(StepContext context, List<Chosen> chosen) {
        CreatedTables created = CreatedTables.of(context);
        List<TablePlan> tables = chosen.stream().map(Chosen::table).distinct().toList();
        created.requireSamePlan(tables);
        List<String> missing = tables.stream()
                .filter(table -> !created.contain(table))
                .map(table -> table.source().toString())
                .toList();
        if (!missing.isEmpty()) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "this run has not created the target tables of " + String.join(", ", missing),
                    ErrorContext.hint("dmt step create-tables comes first"));
        }
    }

    private Task<UnitResult> task(StepContext context, MigrationPlan plan, Chosen unit, MemoryBudget memory) {
        UnitWork work = new UnitWork(
                context.runId(), unit.table(), unit.unit(), plan.sourceFingerprint(), ownFormat(context, unit.table()));
        TransferSettings settings = new TransferSettings(
                context.config().migration(),
                context.config().staging(),
                context.dialect().wireFormat(),
                memory,
                context.owner(),
                context.config().lease(),
                Version.text(),
                RetryPolicy.STANDARD,
                Clock.systemUTC());
        if (!writesTarget) {
            return new UnitExport(work, settings, source(context), context.store(), context.progress());
        }
        UnitPorts ports = new UnitPorts(context.ledger(), context.store(), context.progress());
        return readsSource
                ? new UnitTransfer(work, settings, source(context), ports)
                : new UnitLoad(work, settings, ports);
    }

    private static Reader source(StepContext context) {
        return new EmptyTextReader(context.source().reader());
    }

    private static Optional<WireFormat.Own> ownFormat(StepContext context, TablePlan table) {
        return table.form().equals(RowForm.CSV)
                ? Optional.empty()
                : context.dialect().ownFormat(table.wireColumns(), table.form().untouched());
    }

    private StepResult result(List<UnitResult> units) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("units", (long) units.size());
        counts.put("rows", units.stream().mapToLong(UnitResult::rowsWritten).sum());
        long rejected = units.stream().mapToLong(UnitResult::rowsRejected).sum();
        if (rejected > 0) {
            counts.put("rejected", rejected);
        }
        boolean noop = units.stream().allMatch(UnitResult::noop);
        return new StepResult(name, noop, counts, List.of());
    }

    private static List<Chosen> chosen(List<TablePlan> tables, List<String> units) {
        List<Chosen> chosen = new ArrayList<>();
        for (TablePlan table : tables) {
            for (UnitPlan unit : table.units()) {
                if (units.isEmpty() || units.contains(unit.id())) {
                    chosen.add(new Chosen(table, unit));
                }
            }
        }
        List<String> unknown = units.stream()
                .filter(id -> chosen.stream().noneMatch(c -> c.unit().id().equals(id)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new DmtException(
                    ErrorCode.USAGE,
                    "the plan has no unit " + String.join(", ", unknown),
                    ErrorContext.at("option", "--unit").withHint("dmt units lists what the plan has"));
        }
        return chosen;
    }

    private record Chosen(TablePlan table, UnitPlan unit) {}
}
