package dev.dmt.engine;

import dev.dmt.schema.TableName;

/**
 * A foreign key that points at a table from another one.
 *
 * @param definition what follows ADD CONSTRAINT and the name to make it again
 */
public record InboundKey(TableName child, String name, String definition) {}
