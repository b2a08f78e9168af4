package dev.dmt.engine.contract;

import dev.dmt.schema.LogicalType;

/** A column that a test wants. */
record Field(String name, LogicalType type, boolean nullable) {
    static Field of(String name, String type) {
        return new Field(name, LogicalType.parse(type), true);
    }

    static Field required(String name, String type) {
        return new Field(name, LogicalType.parse(type), false);
    }
}
