/**
 * A real PostgreSQL in a folder: for the quickstart, for {@code embedded:} targets and for the tests. The binaries come
 * from jars that are fetched at first use; none is part of dmt's own jar.
 */
@NullMarked
package dev.dmt.engine.postgres.embedded;

import org.jspecify.annotations.NullMarked;
