package dev.dmt.step;

import dev.dmt.attempt.RetryPolicy;
import dev.dmt.attempt.Task;
import dev.dmt.checkpoint.UnitDocument;
import dev.dmt.config.TargetMode;
import dev.dmt.engine.EmptyTextReader;
import dev.dmt.engine.LedgerRow;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.Increment;
import dev.dmt.plan.TablePlan;
import dev.dmt.plan.UnitPlan;
import dev.dmt.validate.ComparedTable;
import dev.dmt.validate.Finding;
import dev.dmt.validate.RejectFilter;
import dev.dmt.validate.RowDifference;
import dev.dmt.validate.TableValidation;
import dev.dmt.validate.TableValidator;
import dev.dmt.validate.UnitTotals;
import dev.dmt.validate.ValidationOptions;
import dev.dmt.validate.ValidationReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares source and target: exact counts, column profiles, and with checksum every row. Always looks again. */
final class ValidateStep implements Step {
    static final String NAME = "validate";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "compare source and target: counts, column profiles and, with --checksum, every row";
    }

    @Override
    public boolean takesTables() {
        return true;
    }

    @Override
    public StepResult run(StepContext context, StepRequest request) {
        List<TablePlan> tables = context.tables(request);
        if (request.dryRun()) {
            return new StepResult(
                    NAME,
                    false,
                    Map.of("tables", (long) tables.size()),
                    tables.stream()
                            .map(table -> "compare " + table.source() + " with "
                                    + table.target().name())
                            .toList());
        }
        ExtractSchemaStep.requireUnchanged(
                context.requirePlan().sourceFingerprint(), context.source().fingerprint());
        if (!context.runs().isFinished()) {
            LedgerUnits.of(context).requireRows(tables, NAME);
        }
        return context.recordedAlways(NAME, request, () -> validate(context, request, tables));
    }

    private static StepResult validate(StepContext context, StepRequest request, List<TablePlan> tables) {
        ValidationOptions options = options(context, request);
        Totals totals = Totals.of(context);
        List<Task<TableValidation>> work = new ArrayList<>();
        for (TablePlan table : tables) {
            work.add(Task.brief(
                    NAME + " " + table.source(),
                    () -> RetryPolicy.STANDARD.run(
                            context.cancellation(), () -> compare(context, table, totals, options))));
        }
        ValidationReport report = new ValidationReport(context.inParallel(work));
        context.store().write(Documents.VALIDATION, report);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("tables", (long) report.tables().size());
        counts.put(
                "rows",
                report.tables().stream().mapToLong(TableValidation::targetRows).sum());
        counts.put("differing", (long) report.failed().size());
        if (!report.ok()) {
            throw new DmtException(
                    ErrorCode.VALIDATION,
                    "source and target differ in " + report.failed().size() + " of "
                            + report.tables().size() + " tables:\n  " + String.join("\n  ", lines(report)),
                    ErrorContext.at("details", context.store().locate(Documents.VALIDATION))
                            .withHint(
                                    options.checksum()
                                            ? "dmt reset transfer --table T, then dmt run --yes, reloads a table"
                                            : "dmt validate --checksum names the rows"));
        }
        return new StepResult(NAME, false, counts, List.of());
    }

    private static TableValidation compare(
            StepContext context, TablePlan table, Totals totals, ValidationOptions options) {
        ComparedTable compared = new ComparedTable(
                table,
                new EmptyTextReader(context.source().reader()),
                context.target().reader());
        RejectFilter rejects = context.rejects(table);
        return new TableValidator(options, rejects, context.progress()).validate(compared, totals.of(table));
    }

    private static ValidationOptions options(StepContext context, StepRequest request) {
        var config = context.config().validation();
        ValidationOptions options = ValidationOptions.of(
                config.profiles(), config.checksum() || request.options().checksum(), config.leafRows());
        if (request.options().showData()) {
            options = options.showingData();
        }
        return context.config().migration().targetMode() == TargetMode.UPSERT ? options.allowingExtraRows() : options;
    }

    private static List<String> lines(ValidationReport report) {
        List<String> lines = new ArrayList<>();
        for (TableValidation table : report.failed()) {
            for (Finding finding : table.findings()) {
                lines.add(table.table() + ": " + finding.message());
            }
            for (RowDifference difference : table.differences()) {
                lines.add(table.table() + ": " + difference.describe());
            }
        }
        return lines;
    }

    /** What the units did, by the ledger, or by its mirror on disk where the ledger has been cleaned up. */
    private record Totals(Map<String, UnitTotals> byUnit) {
        static Totals of(StepContext context) {
            Map<String, UnitTotals> totals = new LinkedHashMap<>();
            for (UnitDocument unit : TransferRecord.of(context.store()).units()) {
                totals.put(unit.unit(), new UnitTotals(unit.rowsRead(), unit.rowsRejected(), unit.rowsWritten()));
            }
            // A finished run's ledger may have been dropped, and must not come back.
            List<LedgerRow> rows =
                    context.runs().isFinished() ? List.of() : context.ledger().list(context.runId());
            for (LedgerRow row : rows) {
                totals.put(row.unit(), new UnitTotals(row.rowsRead(), row.rowsRejected(), row.rowsWritten()));
            }
            return new Totals(totals);
        }

        /** Empty where the units were to read what has changed alone: their counts say nothing of the whole. */
        Optional<UnitTotals> of(TablePlan table) {
            if (table.increment().flatMap(Increment::from).isPresent()) {
                return Optional.empty();
            }
            long read = 0;
            long rejected = 0;
            long written = 0;
            for (UnitPlan unit : table.units()) {
                UnitTotals totals = Optional.ofNullable(byUnit.get(unit.id())).orElse(new UnitTotals(0, 0, 0));
                read += totals.read();
                rejected += totals.rejected();
                written += totals.written();
            }
            return Optional.of(new UnitTotals(read, rejected, written));
        }
    }
}
