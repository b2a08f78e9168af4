package dev.dmt.validate;

import dev.dmt.engine.RowCursor;

/**
 * Knows which source rows the transfer left out for other reasons than a value that cannot be had (those throw {@link
 * dev.dmt.engine.BadValueException} here as they did there).
 */
@FunctionalInterface
public interface RejectFilter {
    RejectFilter NONE = cursor -> false;

    boolean rejects(RowCursor cursor);
}
