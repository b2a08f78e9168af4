/**
 * What every engine promises, asked of real databases: one suite a topic, run for each engine of {@link
 * dev.dmt.engine.contract.TestEngine}. An engine that is not at hand is skipped loudly; what an engine cannot do is an
 * asserted refusal. Depends on the engine room's contracts alone, and on plain drivers for a second opinion.
 */
@NullMarked
package dev.dmt.engine.contract;

import org.jspecify.annotations.NullMarked;
