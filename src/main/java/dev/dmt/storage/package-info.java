/** Files that are there whole or not at all, safe names for them, and what a failing disk means. */
@NullMarked
package dev.dmt.storage;

import org.jspecify.annotations.NullMarked;
