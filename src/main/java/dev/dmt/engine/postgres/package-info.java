/** PostgreSQL. As a target: types, DDL, COPY, the ledger; as a source: its catalog, one snapshot for all readers. Both are read by COPY. */
@NullMarked
package dev.dmt.engine.postgres;

import org.jspecify.annotations.NullMarked;
