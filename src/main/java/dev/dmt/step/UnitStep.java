package dev.dmt.step;

import dev.dmt.attempt.RetryPolicy;
import dev.dmt.attempt.Task;
import dev.dmt.config.TransferVia;
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
import dev.dmt.schema.Table;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps that move rows, unit by unit: transfer, and its two halves export and load. */
record UnitStep(String name, String summary, boolean readsSource, boolean writesTarget) implements Step {
    static final String TRANSFER = "transfer";
    static final String EXPORT = "export";
    static final String LOAD = "load";

    /** All of them. */
    static final Set<String> NAMES = Set.of(TRANSFER, EXPORT, LOAD);

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
        Map<TablePlan, Optional<WireFormat.Own>> formats = new HashMap<>();
        if (readsSource && writesTarget && context.config().migration().via() == TransferVia.STREAM) {
            chosen.stream()
                    .map(Chosen::table)
                    .distinct()
                    .forEach(table -> formats.put(table, ownFormat(context, table)));
        }
        chosen.forEach(unit -> {
            UnitWork work = new UnitWork(
                    context.runId(),
                    unit.table(),
                    unit.unit(),
                    plan.sourceFingerprint(),
                    formats.getOrDefault(unit.table(), Optional.empty()));
            tasks.add(task(context, work, memory));
        });
        List<UnitResult> results = context.inParallel(tasks);
        if (writesTarget) {
            new Increments(context)
                    .note(chosen.stream().map(Chosen::table).distinct().toList());
        }
        return result(results);
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

    private Task<UnitResult> task(StepContext context, UnitWork work, MemoryBudget memory) {
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

    /** A form of the target's own is for the types that were planned: a table of others, made by whomever, takes text. */
    private static Optional<WireFormat.Own> ownFormat(StepContext context, TablePlan table) {
        return table.form().equals(RowForm.CSV) || !isAsPlanned(context, table)
                ? Optional.empty()
                : context.dialect().ownFormat(table.wireColumns(), table.form().untouched());
    }

    private static boolean isAsPlanned(StepContext context, TablePlan table) {
        Optional<Table> found =
                context.target().catalog().describe(table.target().name());
        return found.isPresent()
                && table.columns().stream()
                        .allMatch(column -> found.get()
                                .column(column.target())
                                .filter(there -> there.nativeType().equals(column.nativeType()))
                                .isPresent());
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
