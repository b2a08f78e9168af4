/** How work ends before its time, or is tried again: cancellation, retries, workers. Knows nothing of databases. */
@NullMarked
package dev.dmt.attempt;

import org.jspecify.annotations.NullMarked;
