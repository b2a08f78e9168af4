package dev.dmt.step;

/**
 * Flags that only some steps look at.
 *
 * @param confirmed {@code --yes}, or a prompt that was answered so: tables with rows of others may go
 * @param checksum validate: compare the leaf sums too
 * @param cleanup report: drop the ledger, remove staging
 */
public record StepOptions(boolean confirmed, boolean checksum, boolean cleanup) {
    public static final StepOptions NONE = new StepOptions(false, false, false);
}
