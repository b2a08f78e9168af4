package dev.dmt.step;

import dev.dmt.schema.Fidelity;
import dev.dmt.schema.Omission;
import java.util.List;
import java.util.Optional;

/**
 * What would be done, and what would not be carried over and why.
 *
 * @param guarantee how consistent the read is
 * @param problems what stands in the way: while there is any, nothing would be done
 */
public record ExplainView(
        String guarantee, List<ExplainedTable> tables, List<Omission> omissions, List<String> problems) {
    public ExplainView {
        problems = List.copyOf(problems);
        tables = List.copyOf(tables);
        omissions = List.copyOf(omissions);
    }

    /**
     * One table.
     *
     * @param travels the way of its rows, and their form
     * @param units the units it would be cut into
     * @param ddl every statement, in the order in which they would run
     */
    public record ExplainedTable(
            String source,
            String target,
            String lane,
            long rows,
            String travels,
            List<String> units,
            List<ExplainedColumn> columns,
            List<String> ddl,
            List<Omission> omissions) {
        public ExplainedTable {
            units = List.copyOf(units);
            columns = List.copyOf(columns);
            ddl = List.copyOf(ddl);
            omissions = List.copyOf(omissions);
        }
    }

    /** One column: {@code declared} is the source's word, {@code notes} say why where the fidelity is not exact. */
    public record ExplainedColumn(
            String source,
            String target,
            String declared,
            String nativeType,
            Fidelity fidelity,
            List<String> notes,
            Optional<Found> found) {
        public ExplainedColumn {
            notes = List.copyOf(notes);
        }
    }

    /**
     * What the scan found in a column.
     *
     * @param longest in characters or bytes, 0 where the type has no length
     * @param minimum of whole numbers
     * @param wholeDigits the most digits before the point of a decimal, 0 where it is none
     * @param scale the most after it
     */
    public record Found(
            long nulls,
            long longest,
            Optional<String> minimum,
            Optional<String> maximum,
            long wholeDigits,
            long scale) {}
}
