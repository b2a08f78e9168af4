package dev.dmt.engine;

import dev.dmt.schema.LogicalType;

/**
 * A column on its way: what its values mean, and the types it has in the source and in the target, as they spell them.
 */
public record WireColumn(LogicalType type, String declared, String nativeType) {}
