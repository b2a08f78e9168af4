package dev.dmt.engine;

import dev.dmt.schema.Fidelity;
import dev.dmt.schema.LogicalType;

/**
 * A target's type for a logical one, and what the mapping does to a value.
 *
 * @param reason what is lost or widened; empty where exact
 * @param held what values of the column still mean: the logical type itself, or a narrower one where the target cannot hold
 *     all of it (a timestamp of 6 digits for one of 9). Both sides are read as this, so that they can be compared.
 */
public record NativeType(String sql, Fidelity fidelity, String reason, LogicalType held) {
    public static NativeType exact(String sql, LogicalType held) {
        return new NativeType(sql, Fidelity.EXACT, "", held);
    }

    public static NativeType widened(String sql, String reason, LogicalType held) {
        return new NativeType(sql, Fidelity.WIDENED, reason, held);
    }

    public static NativeType lossy(String sql, String reason, LogicalType held) {
        return new NativeType(sql, Fidelity.LOSSY, reason, held);
    }

    public static NativeType refused(String reason, LogicalType held) {
        return new NativeType("", Fidelity.REFUSED, reason, held);
    }
}
