package dev.dmt.engine;

import dev.dmt.schema.LogicalType;

/** What an expression needs to know of a column it names: its name in the target and its type there. */
public record RenderedColumn(String targetName, LogicalType type) {}
