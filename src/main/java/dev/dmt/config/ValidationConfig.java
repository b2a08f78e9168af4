package dev.dmt.config;

/**
 * How far validation goes beyond exact counts.
 *
 * @param profiles compare non-null counts, minimum and maximum of each column
 * @param checksum compare the leaf sums of every row
 * @param leafRows rows a leaf, about
 */
public record ValidationConfig(boolean profiles, boolean checksum, int leafRows) {}
