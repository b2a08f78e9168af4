package dev.dmt.step;

import dev.dmt.checkpoint.CheckpointStore;
import dev.dmt.checkpoint.FailureNote;
import dev.dmt.checkpoint.RunDocument;
import dev.dmt.checkpoint.StepDocument;
import dev.dmt.checkpoint.UnitDocument;
import dev.dmt.checkpoint.WorkStatus;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.plan.UnitPlan;
import dev.dmt.report.RunReport;
import dev.dmt.report.RunReport.ColumnReport;
import dev.dmt.report.RunReport.FailureReport;
import dev.dmt.report.RunReport.RejectReport;
import dev.dmt.report.RunReport.StepReport;
import dev.dmt.report.RunReport.TableReport;
import dev.dmt.schema.Omission;
import dev.dmt.validate.Finding;
import dev.dmt.validate.RowDifference;
import dev.dmt.validate.TableValidation;
import dev.dmt.validate.ValidationReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gathers what the report says from the checkpoint. */
final class ReportSource {
    private final StepContext context;
    private final CheckpointStore store;
    private final MigrationPlan plan;
    private final TransferRecord transfer;

    ReportSource(StepContext context) {
        this.context = context;
        this.store = context.store();
        this.plan = context.requirePlan();
        this.transfer = TransferRecord.of(store);
    }

    RunReport report() {
        List<Omission> omissions = new ArrayList<>(plan.omissions());
        plan.tables().forEach(table -> omissions.addAll(table.omissions()));
        store.read(Documents.ZERO, ZeroDocument.class).ifPresent(zero -> omissions.addAll(zero.omissions()));
        return new RunReport(
                summary(),
                steps(),
                plan.tables().stream().map(this::table).toList(),
                omissions,
                rejects(),
                validation(),
                failures());
    }

    private RunReport.Summary summary() {
        RunDocument run = context.runs().require();
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("dmt", run.dmtVersion());
        store.read(Documents.SCHEMA, SchemaDocument.class)
                .ifPresent(schema -> versions.put(
                        "source",
                        schema.schema().engine() + " " + schema.schema().version()));
        versions.put("Java", System.getProperty("java.version", "unknown"));
        return new RunReport.Summary(
                run.runId(),
                run.status() == WorkStatus.DONE ? "done" : "not finished",
                run.source(),
                run.target(),
                plan.guarantee(),
                run.startedAt(),
                run.finishedAt(),
                versions);
    }

    private List<StepReport> steps() {
        List<StepReport> steps = new ArrayList<>();
        for (StatusView.StepStatus step : new StatusAnswer(context).view().steps()) {
            if (!step.step().equals(ReportStep.NAME)) {
                String note = store.read(Documents.step(step.step()), StepDocument.class)
                        .map(StepDocument::note)
                        .orElse("");
                steps.add(new StepReport(step.step(), state(step.state()), step.elapsed(), note));
            }
        }
        return steps;
    }

    private static String state(StatusView.State state) {
        return switch (state) {
            case DONE -> "done";
            case FAILED -> "failed";
            case REFUSED -> "refused";
            case RUNNING -> "unfinished";
            case WAITING -> "not run";
        };
    }

    private TableReport table(TablePlan table) {
        long rows = 0;
        long bytes = 0;
        double seconds = 0;
        for (UnitPlan unit : table.units()) {
            Optional<UnitDocument> document = transfer.unit(unit.id());
            rows += document.map(UnitDocument::rowsWritten).orElse(0L);
            bytes += document.map(UnitDocument::bytes).orElse(0L);
            seconds += document.map(d -> Math.max(d.exportSeconds(), d.loadSeconds()))
                    .orElse(0.0);
        }
        return new TableReport(
                table.source().toString(),
                table.target().name().toString(),
                rows,
                bytes,
                Duration.ofNanos((long) (seconds * 1e9)),
                table.compared().stream()
                        .map(column -> new ColumnReport(
                                column.source(),
                                column.target(),
                                column.declared(),
                                column.type().toString(),
                                column.nativeType(),
                                column.fidelity(),
                                column.notes()))
                        .toList());
    }

    private List<RejectReport> rejects() {
        List<RejectReport> rejects = new ArrayList<>();
        for (TablePlan table : plan.tables()) {
            for (UnitPlan unit : table.units()) {
                transfer.unit(unit.id())
                        .filter(document -> document.rowsRejected() > 0)
                        .ifPresent(document -> rejects.add(new RejectReport(
                                table.source().toString(),
                                document.rowsRejected(),
                                context.rejectFiles(table, unit).path().toString())));
            }
        }
        return rejects;
    }

    private List<RunReport.ValidationResult> validation() {
        return store.read(Documents.VALIDATION, ValidationReport.class)
                .map(report ->
                        report.tables().stream().map(ReportSource::validation).toList())
                .orElse(List.of());
    }

    private static RunReport.ValidationResult validation(TableValidation table) {
        return new RunReport.ValidationResult(
                table.table(),
                table.passed(),
                table.sourceRows(),
                table.targetRows(),
                table.checksum().map(Object::toString),
                table.findings().stream().map(Finding::message).toList(),
                table.differences().stream().map(RowDifference::describe).toList());
    }

    private List<FailureReport> failures() {
        List<FailureReport> failures = new ArrayList<>();
        for (Step step : Steps.inOrder()) {
            store.read(Documents.step(step.name()), StepDocument.class)
                    .flatMap(StepDocument::failure)
                    .ifPresent(failure -> failures.add(failure(step.name(), failure)));
        }
        return failures;
    }

    private static FailureReport failure(String step, FailureNote note) {
        return new FailureReport(step, note.code().toLowerCase(Locale.ROOT), note.message(), note.hint());
    }
}
