package dev.dmt.report;

/** Hears how units get on. Thread-safe. */
public interface Progress {
    /** A unit starts; {@code expectedRows} is negative where nobody knows. */
    void begin(String unit, long expectedRows);

    /** So many more rows and bytes of the unit are durably in the target. */
    void advance(String unit, long rows, long bytes);

    void end(String unit);

    /** A step starts, and with it the totals: those of one step say nothing of another's pace. */
    default void step(String name) {
        say(name + " ...");
    }

    /** A line for the person who watches. */
    void say(String message);

    Progress SILENT = new Progress() {
        @Override
        public void begin(String unit, long expectedRows) {}

        @Override
        public void advance(String unit, long rows, long bytes) {}

        @Override
        public void end(String unit) {}

        @Override
        public void say(String message) {}
    };
}
