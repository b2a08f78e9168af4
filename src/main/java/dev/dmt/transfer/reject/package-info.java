/** Rows that the target cannot hold: refused with a clear word, or set aside in files for a person. */
@NullMarked
package dev.dmt.transfer.reject;

import org.jspecify.annotations.NullMarked;
