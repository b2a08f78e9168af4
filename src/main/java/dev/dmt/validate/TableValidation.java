package dev.dmt.validate;

import dev.dmt.schema.canonical.Checksum;
import java.util.List;
import java.util.Optional;

/**
 * What validating one table found.
 *
 * @param table the source table's name
 * @param rejected source rows left out because a value cannot be had in its type
 * @param checksum the source's checksum, where one was taken
 * @param leavesCompared how many leaves the checksum has; 0 where none was taken
 * @param differences rows that differ, at most as many as the options list
 * @param notes what a person should know that is no failure
 */
public record TableValidation(
        String table,
        long sourceRows,
        long targetRows,
        long rejected,
        Optional<Checksum> checksum,
        int leavesCompared,
        int leavesDiffering,
        List<Finding> findings,
        List<RowDifference> differences,
        List<String> notes) {
    public TableValidation {
        findings = List.copyOf(findings);
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    public boolean passed() {
        return findings.isEmpty();
    }
}
