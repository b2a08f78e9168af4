/**
 * A chunk's CSV read back row by row, for engines that bind values rather than take a stream. Depends on the engine's
 * contracts and schema alone; engines may import it. No value is boxed and none becomes a string on the way, except floats
 * of more than 15 digits.
 */
@NullMarked
package dev.dmt.engine.rows;

import org.jspecify.annotations.NullMarked;
