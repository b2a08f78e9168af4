package dev.dmt.zero;

import java.util.List;

/** What Zero will sync, in the order of table names, and why the rest is left out. */
public record Selection(List<SelectedTable> tables, List<ZeroFinding> findings) {
    public Selection {
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
    }
}
