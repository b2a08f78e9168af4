package dev.dmt.step;

import dev.dmt.checkpoint.RunDocument;
import dev.dmt.checkpoint.WorkStatus;
import dev.dmt.engine.LedgerRow;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Forgets a step on purpose, with all that stands on it, in the ledger first and then in the checkpoint. Rows cannot be
 * loaded twice into a table that holds them, so a transfer is forgotten together with its table's creation.
 */
final class ResetAnswer {
    private final StepContext context;

    ResetAnswer(StepContext context) {
        this.context = context;
    }

    ResetView reset(ResetRequest request) {
        requireLedgerOfFinished();
        Step step = Steps.named(request.step());
        Optional<MigrationPlan> plan = context.store().read(Documents.PLAN, MigrationPlan.class);
        Set<String> tables = plan.map(p -> new TableChoice(context.config().migration(), p)
                        .of(request.tables()).stream()
                                .map(table -> table.source().toString())
                                .collect(Collectors.toSet()))
                .orElse(Set.of());
        List<String> steps = steps(step.name());
        List<String> units = tables.isEmpty() ? List.of() : units(steps, tables, plan.orElseThrow());
        List<String> documents = documents(steps, tables, request.tables().isEmpty());
        if (!request.dryRun()) {
            if (!units.isEmpty()) {
                context.ledger().forget(context.runId(), units);
            }
            documents.forEach(context.store()::remove);
            context.runs().reopen();
        }
        List<String> forgotten = new ArrayList<>(units);
        forgotten.addAll(documents);
        return new ResetView(step.name(), forgotten);
    }

    /** Without its ledger a finished run cannot be taken up again: everything would count as not done. */
    private void requireLedgerOfFinished() {
        RunDocument run = context.runs().require();
        if (run.status() == WorkStatus.DONE
                && context.target().ledger().list(run.runId()).isEmpty()) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "the run " + run.runId() + " is over and its ledger is gone, so no step of it can be done again",
                    ErrorContext.hint("begin a new run: dmt run --run-id NEW"));
        }
    }

    /** The step and those after it; loading includes creating. */
    private static List<String> steps(String step) {
        boolean moves =
                Set.of(UnitStep.TRANSFER, UnitStep.EXPORT, UnitStep.LOAD).contains(step);
        String first = moves ? CreateTablesStep.NAME : step;
        List<String> names = Steps.inOrder().stream().map(Step::name).toList();
        List<String> steps = new ArrayList<>(names.subList(names.indexOf(first), names.size()));
        if (steps.contains(UnitStep.TRANSFER)) {
            steps.add(UnitStep.EXPORT);
            steps.add(UnitStep.LOAD);
        }
        return steps;
    }

    private List<String> units(List<String> steps, Set<String> tables, MigrationPlan plan) {
        Set<String> withChildren = new HashSet<>(tables);
        if (steps.contains(CreateTablesStep.NAME)) {
            withChildren.addAll(children(tables, plan));
        }
        return context.ledger().list(context.runId()).stream()
                .map(LedgerRow::unit)
                .filter(unit -> steps.stream()
                        .anyMatch(step ->
                                belongs(unit, step, step.equals(ConstraintStep.FOREIGN_KEYS) ? withChildren : tables)))
                .toList();
    }

    /** Tables with a foreign key to one of these: dropping the parent takes the key with it. */
    private static Set<String> children(Set<String> tables, MigrationPlan plan) {
        Set<TableName> targets = plan.tables().stream()
                .filter(table -> tables.contains(table.source().toString()))
                .map(table -> table.target().name())
                .collect(Collectors.toSet());
        return plan.tables().stream()
                .filter(table ->
                        table.target().foreignKeys().stream().anyMatch(key -> targets.contains(key.referencedTable())))
                .map(TablePlan::source)
                .map(TableName::toString)
                .collect(Collectors.toSet());
    }

    /** The ledger knows a transfer's unit by its plain id, any other step's work by the step's name before it. */
    private static boolean belongs(String unit, String step, Set<String> tables) {
        String prefix = step.equals(UnitStep.TRANSFER) ? "" : step + "/";
        return unit.startsWith(prefix)
                && tables.stream().anyMatch(table -> isOf(unit.substring(prefix.length()), table));
    }

    private static boolean isOf(String name, String table) {
        return name.equals(table)
                || name.startsWith(table + "/")
                || name.matches(Pattern.quote(table) + "\\.p\\d+(~\\d+)?");
    }

    /** A step's own document speaks of all its tables: it goes whichever of them is forgotten. */
    private List<String> documents(List<String> steps, Set<String> tables, boolean all) {
        List<String> documents = new ArrayList<>();
        for (String step : steps) {
            if (step.equals(ExtractSchemaStep.NAME)) {
                addIfPresent(documents, Documents.SCHEMA);
            } else if (step.equals(PlanStep.NAME)) {
                addIfPresent(documents, Documents.PLAN);
            }
            String prefix = Documents.step(step);
            for (String document : context.store().list(prefix)) {
                boolean below = document.startsWith(prefix + "/");
                boolean chosen = below
                        && tables.stream().anyMatch(table -> isOf(document.substring(prefix.length() + 1), table));
                if (document.equals(prefix) || (below && (all || chosen))) {
                    documents.add(document);
                }
            }
        }
        return documents;
    }

    private void addIfPresent(List<String> documents, String document) {
        if (context.store().list(document).contains(document)) {
            documents.add(document);
        }
    }
}
