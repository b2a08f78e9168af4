/**
 * SQL Server 2016 and newer, as source and target. Depends on the engine room's contracts, on the rooms that engines share, and on schema,
 * config, attempt, failpoint and error; no other engine is imported.
 */
@NullMarked
package dev.dmt.engine.mssql;

import org.jspecify.annotations.NullMarked;
