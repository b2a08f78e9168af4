/** What every test may lean on: real servers, fresh databases. */
@NullMarked
package dev.dmt.testing;

import org.jspecify.annotations.NullMarked;
