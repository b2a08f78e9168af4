/**
 * What every engine that is spoken to by JDBC has in common: the pool, the ledger and its sessions, the wording of failures.
 *
 * <p>May be imported by the engines, and imports none of them: an engine says what is its own through
 * {@link dev.dmt.engine.jdbc.JdbcDriver} (connections), {@link dev.dmt.engine.jdbc.SqlFailures} (what an error means),
 * {@link dev.dmt.engine.jdbc.LedgerDialect} (the ledger's statements; {@link dev.dmt.engine.jdbc.PortableLedger} is one
 * that suits several) and {@link dev.dmt.engine.jdbc.TargetWork} (loading a chunk). What leaves is a
 * {@link dev.dmt.error.DmtException}, without values of rows. Time in the ledger is always the database's clock.
 */
@NullMarked
package dev.dmt.engine.jdbc;

import org.jspecify.annotations.NullMarked;
