package dev.dmt.zero;

/**
 * A column of a Zero schema.
 *
 * @param name as queries call it
 * @param server as the database calls it
 * @param spelling the database's type, for the reader
 */
public record ZeroColumn(String name, String server, ZeroType type, boolean optional, String spelling) {}
