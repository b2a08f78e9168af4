package dev.dmt.transfer;

import dev.dmt.attempt.RetryPolicy;
import dev.dmt.config.MigrationConfig;
import dev.dmt.config.StagingConfig;
import java.time.Clock;
import java.time.Duration;

/**
 * What holds for all units of a run.
 *
 * @param owner who this attempt is: shown to attempts that find a unit's lease held
 */
public record TransferSettings(
        MigrationConfig migration,
        StagingConfig staging,
        String owner,
        Duration lease,
        String dmtVersion,
        RetryPolicy retry,
        Clock clock) {}
