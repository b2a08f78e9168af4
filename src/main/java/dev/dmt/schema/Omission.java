package dev.dmt.schema;

/**
 * Something of the source that is not carried over exactly, and why: it stands in explain before and in report after.
 *
 * @param kind what it is: view, trigger, virtual table, default, check, index, collation, foreign key, ...
 * @param table the table it belongs to, empty where none
 * @param name its name, or its text where it has none
 * @param remedy what a person can do about it, empty where nothing
 */
public record Omission(String kind, String table, String name, String reason, String remedy) {}
