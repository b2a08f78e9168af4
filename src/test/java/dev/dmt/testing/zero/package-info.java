/** The real Zero for tests: its npm package, a real zero-cache, a real client. Needs Node 22 or newer. */
@NullMarked
package dev.dmt.testing.zero;

import org.jspecify.annotations.NullMarked;
