package dev.dmt.validate;

import dev.dmt.report.Progress;

/**
 * A table's progress: each row counts once, half when the one side has read it and half when the other has, so that the
 * share grows evenly whether the sides are read at once or in turn. Thread-safe.
 */
final class PairedRows {
    private final Progress progress;
    private final String unit;
    private final long expected;
    private final long both;
    private long source;
    private long target;
    private long told;

    private PairedRows(Progress progress, String unit, long sourceRows, long targetRows) {
        this.progress = progress;
        this.unit = unit;
        this.expected = Math.max(sourceRows, targetRows);
        this.both = sourceRows + targetRows;
    }

    static PairedRows begin(Progress progress, String unit, long sourceRows, long targetRows) {
        PairedRows rows = new PairedRows(progress, unit, sourceRows, targetRows);
        progress.begin(unit, rows.expected);
        return rows;
    }

    synchronized void source(long more) {
        source += more;
        tell();
    }

    synchronized void target(long more) {
        target += more;
        tell();
    }

    /** The source is read from its beginning again; what was told stays told until it gets past that. */
    synchronized void sourceAgain() {
        source = 0;
    }

    /** Both sides were read to their ends. */
    synchronized void complete() {
        advanceTo(expected);
    }

    private void tell() {
        if (both > 0) {
            advanceTo(Math.min(expected, (long) ((double) expected * (source + target) / both)));
        }
    }

    private void advanceTo(long rows) {
        if (rows > told) {
            progress.advance(unit, rows - told, 0);
            told = rows;
        }
    }
}
