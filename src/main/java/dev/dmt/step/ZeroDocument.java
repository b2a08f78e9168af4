package dev.dmt.step;

import dev.dmt.schema.Omission;
import dev.dmt.zero.ZeroFinding;
import java.util.List;

/** zero.yaml: what Zero leaves out or sees otherwise, for the report. */
public record ZeroDocument(List<Omission> omissions) {
    public ZeroDocument {
        omissions = List.copyOf(omissions);
    }

    static ZeroDocument of(List<ZeroFinding> findings) {
        return new ZeroDocument(findings.stream().map(ZeroDocument::omission).toList());
    }

    private static Omission omission(ZeroFinding finding) {
        String kind = switch (finding.kind()) {
            case BLOCKS -> "for Zero";
            case TABLE_LEFT_OUT -> "table, for Zero";
            case COLUMN_LEFT_OUT -> "column, for Zero";
            case RELATIONSHIP_LEFT_OUT -> "relationship, for Zero";
            case VALUES -> "values, for Zero";
            case NOTE -> "note, for Zero";
        };
        return new Omission(kind, finding.table(), finding.column(), finding.reason(), finding.remedy());
    }
}
