/**
 * What SQLite's declarations say: its catalog, its CREATE texts and its expressions, as records of the schema room. Reads,
 * never writes; what it cannot understand it reports as an omission, with the text. Depends on schema and error alone.
 */
@NullMarked
package dev.dmt.engine.sqlite.ddl;

import org.jspecify.annotations.NullMarked;
