/** A database as logical replication meets it: finer than {@link dev.dmt.schema.Table} about types, keys and what is logged. */
@NullMarked
package dev.dmt.schema.replicated;

import org.jspecify.annotations.NullMarked;
