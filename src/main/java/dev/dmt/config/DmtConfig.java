package dev.dmt.config;

import java.nio.file.Path;
import java.time.Duration;

/** The whole config, every default filled in and every path absolute. */
public record DmtConfig(
        DatabaseConfig source,
        DatabaseConfig target,
        MigrationConfig migration,
        StagingConfig staging,
        Path checkpoint,
        Path reportFolder,
        ValidationConfig validation,
        LoggingConfig logging,
        ZeroConfig zero,
        Duration lease) {}
