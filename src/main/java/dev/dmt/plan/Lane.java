package dev.dmt.plan;

/** Small tables travel whole, large ones in parts. */
public enum Lane {
    SMALL,
    LARGE
}
