package dev.dmt.step;

/**
 * Flags that only some steps look at.
 *
 * @param confirmed {@code --yes}, or a prompt that was answered so: tables with rows of others may go
 * @param checksum validate: compare the leaf sums too
 * @param cleanup report: drop the ledger, remove staging
 * @param showData values of rows may stand in messages
 */
public record StepOptions(boolean confirmed, boolean checksum, boolean cleanup, boolean showData) {
    public static final StepOptions NONE = new StepOptions(false, false, false);

    public StepOptions(boolean confirmed, boolean checksum, boolean cleanup) {
        this(confirmed, checksum, cleanup, false);
    }

    public StepOptions confirm() {
        return new StepOptions(true, checksum, cleanup, showData);
    }
}
