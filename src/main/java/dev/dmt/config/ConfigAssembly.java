package dev.dmt.config;

import java.util.List;

/** Makes the records from values that are all in order. */
final class ConfigAssembly {
    private final ConfigValues values;

    ConfigAssembly(ConfigValues values) {
        this.values = values;
    }

    DmtConfig assemble(DatabaseConfig source, DatabaseConfig target) {
        return new DmtConfig(
                source,
                source.severalSchemas() ? target : target.withSchemas(List.of()),
                migration(EngineDefaults.via(source.type(), target.type())),
                new StagingConfig(
                        values.get(WorkplaceKeys.STAGING_PATH),
                        values.get(WorkplaceKeys.STAGING_KEEP),
                        values.get(WorkplaceKeys.STAGING_COMPRESSION)),
                values.get(WorkplaceKeys.CHECKPOINT_PATH),
                values.get(WorkplaceKeys.REPORT_PATH),
                new ValidationConfig(
                        values.get(WorkplaceKeys.PROFILES),
                        values.get(WorkplaceKeys.CHECKSUM),
                        number(WorkplaceKeys.LEAF_ROWS)),
                new LoggingConfig(
                        values.get(WorkplaceKeys.LOG_LEVEL),
                        values.get(WorkplaceKeys.LOG_FORMAT).equals("json"),
                        values.find(WorkplaceKeys.LOG_FILE)),
                zero(),
                values.get(WorkplaceKeys.LEASE));
    }

    private ZeroConfig zero() {
        return new ZeroConfig(
                values.get(ZeroKeys.ENABLED),
                values.get(ZeroKeys.VERSION),
                values.get(ZeroKeys.NAMING),
                orAll(values.get(ZeroKeys.TABLES)),
                values.get(ZeroKeys.IDENTITY_KEYS),
                values.get(ZeroKeys.SCHEMAS),
                values.get(ZeroKeys.JSON_TYPES),
                values.get(ZeroKeys.PUBLICATION),
                values.get(ZeroKeys.OUTPUT));
    }

    private MigrationConfig migration(TransferVia usualWay) {
        return new MigrationConfig(
                values.get(MigrationKeys.TARGET_MODE),
                orAll(values.get(MigrationKeys.INCLUDE_TABLES)),
                values.get(MigrationKeys.EXCLUDE_TABLES),
                values.get(MigrationKeys.RENAME_TABLES),
                values.get(MigrationKeys.RENAME_COLUMNS),
                values.get(MigrationKeys.TYPES),
                values.find(TransferKeys.VIA).orElse(usualWay),
                values.get(TransferKeys.STREAM_MEMORY),
                number(TransferKeys.WORKERS),
                values.get(TransferKeys.LARGE_TABLE_ROWS),
                number(TransferKeys.MAX_UNITS),
                values.get(TransferKeys.SHARD_ROWS),
                values.get(TransferKeys.SHARD_BYTES),
                values.get(TransferKeys.ON_BAD_ROW),
                values.get(TransferKeys.MAX_REJECTS),
                values.get(TransferKeys.ON_MISFIT),
                values.get(TransferKeys.ON_BAD_TEXT),
                values.get(MigrationKeys.CREATE_INDEXES),
                values.get(MigrationKeys.CREATE_FKS),
                values.get(MigrationKeys.CREATE_CHECKS),
                new IncrementalConfig(
                        values.get(IncrementalKeys.COLUMNS),
                        values.get(IncrementalKeys.OVERLAP),
                        values.get(IncrementalKeys.NUMBER_OVERLAP)),
                values.get(TransferKeys.ZERO_DATES),
                values.get(TransferKeys.EMPTY_TEXT),
                values.get(MigrationKeys.SCHEMA_MAP));
    }

    /** An empty list cannot be meant to move nothing. */
    private static List<String> orAll(List<String> globs) {
        return globs.isEmpty() ? List.of("*") : globs;
    }

    /** A number whose bounds, checked in its type, are those of an int. */
    private int number(ConfigKey<Long> key) {
        return Math.toIntExact(values.get(key));
    }
}
