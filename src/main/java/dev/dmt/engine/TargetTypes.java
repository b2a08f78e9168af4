package dev.dmt.engine;

import dev.dmt.schema.Collation;
import dev.dmt.schema.LogicalType;

/** How logical types become the target's native ones. */
public interface TargetTypes {
    /** Never asked for another engine's own type: that one's portable form is asked for instead. */
    NativeType nativeType(LogicalType type, ColumnUse use);

    /** Whether a column of this native type may be part of a key or an index. */
    default boolean isIndexable(String nativeType) {
        return true;
    }

    /** When texts are equal to the keys and comparisons of a column that dmt makes for the type. */
    default Collation collation(LogicalType type) {
        return Collation.EXACT;
    }
}
