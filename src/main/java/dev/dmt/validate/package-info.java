/**
 * Proof that source and target hold the same: exact counts, a profile of each column, and leaf sums over canonical
 * values. Each side is read in one pass; only leaves whose sums differ are looked at again. Memory does not grow with the
 * table. May use plan, engine, report and what lies below; knows no step.
 */
@NullMarked
package dev.dmt.validate;

import org.jspecify.annotations.NullMarked;
