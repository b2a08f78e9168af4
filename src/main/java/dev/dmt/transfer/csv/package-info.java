/** Rows as the target's wire bytes, without a box or a string per value. Depends on engine and schema alone. */
@NullMarked
package dev.dmt.transfer.csv;

import org.jspecify.annotations.NullMarked;
