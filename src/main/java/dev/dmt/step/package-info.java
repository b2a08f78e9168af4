/** The steps an orchestrator runs, and the local orchestrator that runs them in order. */
@NullMarked
package dev.dmt.step;

import org.jspecify.annotations.NullMarked;
