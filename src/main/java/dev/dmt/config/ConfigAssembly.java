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
                target,
                migration(),
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
                values.get(WorkplaceKeys.LEASE));
    }

    private MigrationConfig migration() {
        return new MigrationConfig(
                values.get(MigrationKeys.TARGET_MODE),
                includedTables(),
                values.get(MigrationKeys.EXCLUDE_TABLES),
                values.get(MigrationKeys.RENAME_TABLES),
                values.get(MigrationKeys.RENAME_COLUMNS),
                values.get(MigrationKeys.TYPES),
                values.get(TransferKeys.VIA),
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
                values.get(MigrationKeys.CREATE_CHECKS));
    }

    /** An empty list cannot be meant to move nothing. */
    private List<String> includedTables() {
        List<String> included = values.get(MigrationKeys.INCLUDE_TABLES);
        return included.isEmpty() ? List.of("*") : included;
    }

    /** A number whose bounds, checked in its type, are those of an int. */
    private int number(ConfigKey<Long> key) {
        return Math.toIntExact(values.get(key));
    }
}
