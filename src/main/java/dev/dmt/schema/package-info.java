/** What a database looks like, free of any engine: names, types, tables, keys and canonical values. */
@NullMarked
package dev.dmt.schema;

import org.jspecify.annotations.NullMarked;
