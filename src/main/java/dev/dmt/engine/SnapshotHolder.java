package dev.dmt.engine;

/** Keeps a snapshot for other processes, as long as its source is open. */
public interface SnapshotHolder {
    SharedSnapshot snapshot();

    /** Throws UNREACHABLE or TRANSIENT where the snapshot is not kept any more. */
    void requireHeld();
}
