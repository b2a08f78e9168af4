/** A unit's life: cursor, encoder, shards, load, resume, rejects. */
@NullMarked
package dev.dmt.transfer;

import org.jspecify.annotations.NullMarked;
