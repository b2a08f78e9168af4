package dev.dmt.validate;

import java.util.List;

/** What validating a run's tables found. */
public record ValidationReport(List<TableValidation> tables) {
    public ValidationReport {
        tables = List.copyOf(tables);
    }

    public boolean ok() {
        return tables.stream().allMatch(TableValidation::passed);
    }

    public List<TableValidation> failed() {
        return tables.stream().filter(t -> !t.passed()).toList();
    }
}
