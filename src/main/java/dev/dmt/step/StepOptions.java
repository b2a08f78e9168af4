package dev.dmt.step;

/**
 * Flags that only some steps look at.
 *
 * @param confirmed {@code --yes}, or a prompt that was answered so: tables with rows of others may go
 * @param checksum validate: compare the leaf sums too
 * @param cleanup report: drop the ledger, remove staging
 * @param showData values of rows may stand in messages
 * @param fromTarget zero-schema: from the target as it stands, not from the plan
 */
public record StepOptions(boolean confirmed, boolean checksum, boolean cleanup, boolean showData, boolean fromTarget) {
    public static final StepOptions NONE = new StepOptions(false, false, false, false, false);

    public StepOptions confirm() {
        return new StepOptions(true, checksum, cleanup, showData, fromTarget);
    }
}
