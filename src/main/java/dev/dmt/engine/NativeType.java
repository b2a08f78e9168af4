package dev.dmt.engine;

import dev.dmt.schema.Fidelity;

/** A target's type for a logical one, and what the mapping does to a value ({@code reason} is empty where exact). */
public record NativeType(String sql, Fidelity fidelity, String reason) {}
