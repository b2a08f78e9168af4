package dev.dmt.schema;

/** A check constraint; the name is empty where the engine gave none. */
public record Check(String name, String expressionSql) {}
