package dev.dmt.schema;

/** How a generated column is computed, in its own engine's dialect. */
public record GeneratedColumn(String expressionSql, boolean stored) {}
