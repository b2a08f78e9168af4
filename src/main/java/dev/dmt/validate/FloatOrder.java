package dev.dmt.validate;

import dev.dmt.schema.canonical.CanonicalOrder;
import dev.dmt.schema.canonical.CanonicalValue;

/** Maps a float's bits to a long that sorts as the float does (-0 before 0, NaN last), and back. */
final class FloatOrder {
    private FloatOrder() {}

    static long sortable(CanonicalValue value) {
        return flip(CanonicalOrder.eightBytes(value.array()));
    }

    static double toDouble(long sortable) {
        return Double.longBitsToDouble(flip(sortable));
    }

    private static long flip(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }
}
