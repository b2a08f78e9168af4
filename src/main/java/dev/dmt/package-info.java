/** The process's entry. The rooms are the packages below; docs/architecture.md is their map. */
@NullMarked
package dev.dmt;

import org.jspecify.annotations.NullMarked;
