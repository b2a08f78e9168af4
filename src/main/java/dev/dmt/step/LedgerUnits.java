package dev.dmt.step;

import dev.dmt.engine.LedgerRow;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.TablePlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is done by the ledger, for steps that would do harm, or nothing, if they came before others. */
record LedgerUnits(Set<String> done, Optional<Refusal> refusal) {
    static LedgerUnits of(StepContext context) {
        return new LedgerUnits(
                context.ledger().list(context.runId()).stream()
                        .filter(LedgerRow::done)
                        .map(LedgerRow::unit)
                        .collect(Collectors.toSet()),
                Refusal.in(context.store()).filter(refused -> refused.step().equals(CreateTablesStep.NAME)));
    }

    boolean contain(String unit) {
        return done.contains(unit);
    }

    /** A sequence set, or a key checked, before the rows are there would be taken for done and be wrong. */
    void requireRows(List<TablePlan> tables, String step) {
        require(
                tables.stream()
                        .filter(table -> !table.units().stream().allMatch(unit -> done.contains(unit.id())))
                        .toList(),
                "the rows of %s are not all loaded yet, so " + step + " would come too early",
                refusal.map(refused -> refused.step() + " was refused: " + refused.message() + "; " + refused.next())
                        .orElse("dmt step " + UnitStep.TRANSFER + " comes first"));
    }

    void requireKeys(List<TablePlan> tables, String step) {
        require(
                tables.stream()
                        .filter(table -> table.target().primaryKey().isPresent()
                                || !table.target().uniqueKeys().isEmpty())
                        .filter(table -> !done.contains("create-pks/" + table.source()))
                        .toList(),
                "%s have no primary and unique keys yet, so " + step + " would come too early",
                "dmt step create-pks comes first");
    }

    private static void require(List<TablePlan> missing, String message, String hint) {
        if (!missing.isEmpty()) {
            String names =
                    missing.stream().map(table -> table.source().toString()).collect(Collectors.joining(", "));
            throw new DmtException(ErrorCode.CONFIG, String.format(message, names), ErrorContext.hint(hint));
        }
    }
}
