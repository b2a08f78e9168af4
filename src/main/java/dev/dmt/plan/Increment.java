package dev.dmt.plan;

import java.util.Optional;

/**
 * How a table is loaded again without what has not changed.
 *
 * @param column of the source: tells when a row was changed
 * @param from rows with at least this value are read, and those with none; empty where all are
 * @param next what the column's values will be known up to once the table is loaded, before any overlap; empty where
 *     nothing can be said, and the next load is a full one
 * @param mark what a later load must agree in to go on from there: the source, and how its columns are read
 */
public record Increment(String column, Optional<Long> from, Optional<Long> next, String mark) {
    /** Of a table whose rows nobody has looked at yet. */
    static Increment by(String column) {
        return new Increment(column, Optional.empty(), Optional.empty(), "");
    }

    public Increment reaching(Optional<Long> newFrom, Optional<Long> newNext, String newMark) {
        return new Increment(column, newFrom, newNext, newMark);
    }
}
