/** SQLite as a source: catalog, profile, types, snapshot and reader. */
@NullMarked
package dev.dmt.engine.sqlite;

import org.jspecify.annotations.NullMarked;
