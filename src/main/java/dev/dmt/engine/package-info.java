/** The contract between dmt and a database engine. One folder an engine; engines never import each other. */
@NullMarked
package dev.dmt.engine;

import org.jspecify.annotations.NullMarked;
