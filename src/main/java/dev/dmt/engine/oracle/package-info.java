/**
 * Oracle 19c and newer, as source and target. Depends on the engine room's contracts, on the rooms that engines share, and on schema,
 * config, attempt, failpoint and error; no other engine is imported.
 */
@NullMarked
package dev.dmt.engine.oracle;

import org.jspecify.annotations.NullMarked;
