/** What the user asked for: records, their YAML form, secrets. Every problem is reported at once. */
@NullMarked
package dev.dmt.config;

import org.jspecify.annotations.NullMarked;
