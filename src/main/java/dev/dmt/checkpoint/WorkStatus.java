package dev.dmt.checkpoint;

/** How a run, a step or a unit stands. */
public enum WorkStatus {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
}
