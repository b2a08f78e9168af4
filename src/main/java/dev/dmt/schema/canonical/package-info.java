/**
 * One canonical byte form of a value, whatever engine it came from, and the checksums that stand on it. Imports nothing
 * of ours but the types. A change here changes every checksum ever taken: it needs a new version of all of them.
 *
 * <p>The forms, by kind: BOOLEAN one byte, 0 or 1; INTEGER and DECIMAL plain ASCII digits, so that 5, 5.0 and 5e0 are one
 * value; FLOAT the eight bytes of its IEEE 754 bits, all NaN alike; DATE, TIME and TIMESTAMP days or microseconds in
 * eight bytes; TEXT, BINARY and json the bytes as they are; UUID its 16 bytes; jsonb as {@link
 * dev.dmt.schema.canonical.JsonForm} says. A value that is not what its kind demands keeps its own bytes: it can still be
 * compared, and nothing is made equal that is not.
 */
@NullMarked
package dev.dmt.schema.canonical;

import org.jspecify.annotations.NullMarked;
