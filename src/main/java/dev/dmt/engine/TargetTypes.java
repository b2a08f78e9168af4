package dev.dmt.engine;

import dev.dmt.schema.Collation;
import dev.dmt.schema.LogicalType;

/** How logical types become the target's native ones. */
public interface TargetTypes {
    /** Never asked for another engine's own type: that one's portable form is asked for instead. */
    NativeType nativeType(LogicalType type, ColumnUse use);

    /** Whether a column of this native type may be part of an index, or of a unique one, as all keys are. */
    default boolean isIndexable(String nativeType, boolean unique) {
        return true;
    }

    /** When texts are equal to the keys and comparisons of a column that dmt makes for the type. */
    default Collation collation(LogicalType type) {
        return Collation.EXACT;
    }
}
