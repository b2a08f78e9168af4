/** What can go wrong, with the exit status that an orchestrator acts on. Imports nothing of ours. */
@NullMarked
package dev.dmt.error;

import org.jspecify.annotations.NullMarked;
