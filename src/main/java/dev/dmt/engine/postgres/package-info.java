/** PostgreSQL as a target: types, DDL, COPY, the ledger, and reading back for validation. */
@NullMarked
package dev.dmt.engine.postgres;

import org.jspecify.annotations.NullMarked;
