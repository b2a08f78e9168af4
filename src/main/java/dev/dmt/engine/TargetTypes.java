package dev.dmt.engine;

import dev.dmt.schema.LogicalType;

/** How logical types become the target's native ones. */
public interface TargetTypes {
    /** Never asked for another engine's own type: that one's portable form is asked for instead. */
    NativeType nativeType(LogicalType type, ColumnUse use);
}
