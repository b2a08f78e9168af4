package dev.dmt.engine;

import dev.dmt.schema.LogicalType;

/** One column of a read: its name in the database that is read, its type, and the reading's form. */
public record ColumnRead(String name, LogicalType type, String form) {}
