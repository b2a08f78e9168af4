package dev.dmt.engine;

import dev.dmt.schema.LogicalType;

/** How logical types become the target's native ones. */
public interface TargetTypes {
    NativeType nativeType(LogicalType type);
}
