package dev.dmt.report;

import dev.dmt.schema.Fidelity;
import dev.dmt.schema.Omission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that there is to say about a run; written as Markdown and as HTML. */
public record RunReport(
        Summary summary,
        List<StepReport> steps,
        List<TableReport> tables,
        List<Omission> omissions,
        List<RejectReport> rejects,
        List<ValidationResult> validation,
        List<FailureReport> failures) {
    public RunReport {
        steps = List.copyOf(steps);
        tables = List.copyOf(tables);
        omissions = List.copyOf(omissions);
        rejects = List.copyOf(rejects);
        validation = List.copyOf(validation);
        failures = List.copyOf(failures);
    }

    static final String NO_CHECKSUM =
            "Rows were counted exactly; not every value was compared. dmt validate --checksum does that.";

    /** True where validation compared every value of some table. */
    boolean isChecksummed() {
        return validation.stream().anyMatch(result -> result.checksum().isPresent());
    }

    /**
     * The run.
     *
     * @param source where it was read from, without secrets
     * @param guarantee how consistent the read was
     * @param versions what took part ("dmt" to "0.1.0", "SQLite" to "3.54"), in the order to be shown
     */
    public record Summary(
            String runId,
            String status,
            String source,
            String target,
            String guarantee,
            Instant started,
            Optional<Instant> finished,
            Map<String, String> versions) {}

    /** One step; {@code status} is done, failed, or not run. */
    public record StepReport(String step, String status, Duration took, String note) {}

    /** One table and what its transfer took, over all its units. */
    public record TableReport(
            String source, String target, long rows, long bytes, Duration took, List<ColumnReport> columns) {
        public TableReport {
            columns = List.copyOf(columns);
        }

        public double rowsPerSecond() {
            return Quantities.rate(rows, took);
        }
    }

    /** One column's way: {@code sourceType} as declared, {@code logicalType} as understood, {@code targetType} as created. */
    public record ColumnReport(
            String source,
            String target,
            String sourceType,
            String logicalType,
            String targetType,
            Fidelity fidelity,
            List<String> notes) {
        public ColumnReport {
            notes = List.copyOf(notes);
        }
    }

    /** Rows that were left out, and the file they lie in. */
    public record RejectReport(String table, long rows, String file) {}

    /** How one table's validation went; {@code checksum} is empty where none was taken. */
    public record ValidationResult(
            String table,
            boolean passed,
            long sourceRows,
            long targetRows,
            Optional<String> checksum,
            List<String> findings,
            List<String> differences) {
        public ValidationResult {
            findings = List.copyOf(findings);
            differences = List.copyOf(differences);
        }
    }

    /** What went wrong in a step, and what to do. */
    public record FailureReport(String step, String code, String message, Optional<String> hint) {}

    public long rows() {
        return tables.stream().mapToLong(TableReport::rows).sum();
    }

    public long bytes() {
        return tables.stream().mapToLong(TableReport::bytes).sum();
    }

    public long rejected() {
        return rejects.stream().mapToLong(RejectReport::rows).sum();
    }

    /** From start to end; the sum of the steps where the run has no end yet. */
    public Duration took() {
        return summary.finished()
                .map(end -> Duration.between(summary.started(), end))
                .orElseGet(() -> steps.stream().map(StepReport::took).reduce(Duration.ZERO, Duration::plus));
    }

    public long columns(Fidelity fidelity) {
        return tables.stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.fidelity() == fidelity)
                .count();
    }

    public long failedValidations() {
        return validation.stream().filter(result -> !result.passed()).count();
    }

    /** True where nothing failed and no validation did. */
    public boolean good() {
        return failures.isEmpty() && failedValidations() == 0;
    }
}
