package dev.dmt.checkpoint;

/** How a run, a step or a unit stands. */
public enum WorkStatus {
    RUNNING,
    DONE,
    FAILED,
    /** It asked for a yes that nobody gave, and left everything as it was. */
    REFUSED,
    CANCELLED
}
