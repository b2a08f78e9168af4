/** Named places where a test may kill, fail or pause the process. Inert unless switched on explicitly. */
@NullMarked
package dev.dmt.failpoint;

import org.jspecify.annotations.NullMarked;
