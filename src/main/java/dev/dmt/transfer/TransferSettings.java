package dev.dmt.transfer;

import dev.dmt.attempt.RetryPolicy;
import dev.dmt.config.MigrationConfig;
import dev.dmt.config.StagingConfig;
import dev.dmt.engine.WireFormat;
import dev.dmt.transfer.stream.MemoryBudget;
import java.time.Clock;
import java.time.Duration;

/**
 * What holds for all units of a run.
 *
 * @param wireFormat in which the target takes rows
 * @param memory what streamed rows may take, over all units
 * @param owner who this attempt is: shown to attempts that find a unit's lease held
 */
public record TransferSettings(
        MigrationConfig migration,
        StagingConfig staging,
        WireFormat.Csv wireFormat,
        MemoryBudget memory,
        String owner,
        Duration lease,
        String dmtVersion,
        RetryPolicy retry,
        Clock clock) {}
