/**
 * A unit's rows read in order, written in a target's form, and cut where a chunk ends. Depends on engine, schema and the
 * rejects; knows neither files nor queues.
 */
@NullMarked
package dev.dmt.transfer.cut;

import org.jspecify.annotations.NullMarked;
