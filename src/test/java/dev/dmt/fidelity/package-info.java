/** What PostgreSQL holds after a migration by the real command, beside what is written out here by hand. */
@NullMarked
package dev.dmt.fidelity;

import org.jspecify.annotations.NullMarked;
