package dev.dmt.schema;

import java.util.Optional;

/**
 * A type that somebody made in a database, as a column of that database may have it.
 *
 * @param sql how a column's declaration spells it
 * @param kind what it is, as a person calls it: enumeration, domain, composite type, range, type
 * @param definition what stands after its name where it is created, in its own engine's words; empty where dmt does not
 *     create it in another database
 * @param demands what it demands of its values beyond the type that stands for it elsewhere; empty where nothing
 */
public record NamedType(TableName name, String sql, String kind, Optional<String> definition, String demands) {}
