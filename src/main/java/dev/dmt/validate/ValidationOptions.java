package dev.dmt.validate;

/**
 * How far a validation goes.
 *
 * @param leafRows rows a leaf, about
 * @param listed at most so many differing rows, and so many differing key ranges, are named per table
 * @param showData show the values that differ, not only where they are
 * @param extraRowsAllowed the target may hold rows that the source does not have (upsert)
 */
public record ValidationOptions(
        boolean profiles, boolean checksum, int leafRows, int listed, boolean showData, boolean extraRowsAllowed) {
    public static final int LISTED = 20;

    public static ValidationOptions of(boolean profiles, boolean checksum, int leafRows) {
        return new ValidationOptions(profiles, checksum, Math.max(1, leafRows), LISTED, false, false);
    }

    public ValidationOptions showingData() {
        return new ValidationOptions(profiles, checksum, leafRows, listed, true, extraRowsAllowed);
    }

    public ValidationOptions allowingExtraRows() {
        return new ValidationOptions(profiles, checksum, leafRows, listed, showData, true);
    }
}
