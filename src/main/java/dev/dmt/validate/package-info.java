/** Proof that source and target hold the same: counts, profiles, checksums. */
@NullMarked
package dev.dmt.validate;

import org.jspecify.annotations.NullMarked;
