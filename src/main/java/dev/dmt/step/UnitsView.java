package dev.dmt.step;

import java.util.List;
import java.util.Locale;

/** What an orchestrator schedules of one lane. */
public record UnitsView(LaneName lane, List<Batch> batches) {
    public UnitsView {
        batches = List.copyOf(batches);
    }

    /** The lanes, as a caller names them. */
    public enum LaneName {
        SMALL,
        LARGE;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One task of the orchestrator: in the large lane one part of a table, in the small lane several whole tables.
     *
     * @param name stable and unique within the run
     * @param units what {@code --unit} takes
     */
    public record Batch(String name, List<String> tables, List<String> units, long rows) {
        public Batch {
            tables = List.copyOf(tables);
            units = List.copyOf(units);
        }
    }
}
