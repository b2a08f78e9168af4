/**
 * SQLite as a target: an extract in a file. Leans on {@code engine.jdbc} for ledger and sessions, on {@code engine.rows} for
 * chunks, on {@code engine.sqlite} for reading back and {@code engine.sqlite.ddl} for describing.
 *
 * <p>A file has one writer at a time: whoever writes waits for its turn ({@link dev.dmt.engine.sqlite.target.WriteTurns}),
 * readers wait for nobody (write-ahead log). Keys, checks and foreign keys stand in CREATE TABLE, since SQLite adds none
 * later; none but NOT NULL and the unique ones is enforced while rows are loaded. Every value comes back as it was.
 */
@NullMarked
package dev.dmt.engine.sqlite.target;

import org.jspecify.annotations.NullMarked;
