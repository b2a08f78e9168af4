package dev.dmt.transfer;

/** A unit's work, from a state left by anything to done. Runs once; cancelled from any thread. */
public interface UnitTask {
    String unit();

    /** Does what is left to do. */
    UnitResult run();

    /** Makes {@link #run} fail with CANCELLED soon. */
    void cancel();
}
