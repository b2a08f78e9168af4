/**
 * Portable expressions in SQLite's words, for a target file. Depends on {@code engine.expression}, on the contracts of the
 * engine room and on schema. What SQLite's own expressions mean is read in {@code engine.sqlite.ddl}.
 */
@NullMarked
package dev.dmt.engine.sqlite.expression;

import org.jspecify.annotations.NullMarked;
