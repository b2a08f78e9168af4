/**
 * Rows on their way from a source to a target without a file between them: one thread reads and encodes, another loads, and
 * what is on its way is bounded in bytes over all units. Nothing is kept for a second look: a chunk that fails is read again.
 */
@NullMarked
package dev.dmt.transfer.stream;

import org.jspecify.annotations.NullMarked;
