package dev.dmt.config;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All keys of the config, in the order in which a file and the reference have them. */
final class ConfigKeys {
    static final List<ConfigKey<?>> ALL = Stream.of(
                    DatabaseKeys.SOURCE.all(), DatabaseKeys.TARGET.all(), migration(), zero(), workplace())
            .flatMap(List::stream)
            .toList();

    private ConfigKeys() {}

    private static List<ConfigKey<?>> migration() {
        return Arrays.asList(
                MigrationKeys.TARGET_MODE,
                MigrationKeys.INCLUDE_TABLES,
                MigrationKeys.EXCLUDE_TABLES,
                MigrationKeys.SCHEMA_MAP,
                MigrationKeys.RENAME_TABLES,
                MigrationKeys.RENAME_COLUMNS,
                MigrationKeys.TYPES,
                TransferKeys.VIA,
                TransferKeys.STREAM_MEMORY,
                TransferKeys.WORKERS,
                TransferKeys.LARGE_TABLE_ROWS,
                TransferKeys.MAX_UNITS,
                TransferKeys.SHARD_ROWS,
                TransferKeys.SHARD_BYTES,
                TransferKeys.ON_BAD_ROW,
                TransferKeys.MAX_REJECTS,
                TransferKeys.ON_MISFIT,
                TransferKeys.ON_BAD_TEXT,
                TransferKeys.ZERO_DATES,
                TransferKeys.EMPTY_TEXT,
                MigrationKeys.CREATE_INDEXES,
                MigrationKeys.CREATE_FKS,
                MigrationKeys.CREATE_CHECKS,
                IncrementalKeys.COLUMNS,
                IncrementalKeys.OVERLAP,
                IncrementalKeys.NUMBER_OVERLAP);
    }

    private static List<ConfigKey<?>> zero() {
        return Arrays.asList(
                ZeroKeys.ENABLED,
                ZeroKeys.VERSION,
                ZeroKeys.NAMING,
                ZeroKeys.TABLES,
                ZeroKeys.IDENTITY_KEYS,
                ZeroKeys.SCHEMAS,
                ZeroKeys.JSON_TYPES,
                ZeroKeys.PUBLICATION,
                ZeroKeys.OUTPUT);
    }

    private static List<ConfigKey<?>> workplace() {
        return Arrays.asList(
                WorkplaceKeys.STAGING_PATH,
                WorkplaceKeys.STAGING_KEEP,
                WorkplaceKeys.STAGING_COMPRESSION,
                WorkplaceKeys.CHECKPOINT_PATH,
                WorkplaceKeys.REPORT_PATH,
                WorkplaceKeys.PROFILES,
                WorkplaceKeys.CHECKSUM,
                WorkplaceKeys.LEAF_ROWS,
                WorkplaceKeys.LOG_LEVEL,
                WorkplaceKeys.LOG_FORMAT,
                WorkplaceKeys.LOG_FILE,
                WorkplaceKeys.LEASE);
    }

    /** The sections, in order; "" stands for the keys at the top. */
    static Set<String> sections() {
        return ALL.stream().map(ConfigKey::section).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static List<ConfigKey<?>> in(String section) {
        return ALL.stream().filter(key -> key.section().equals(section)).toList();
    }

    /** The key of a section by its name or an alias. */
    static Optional<ConfigKey<?>> find(String section, String leaf) {
        return ALL.stream()
                .filter(key -> key.section().equals(section) && key.named(leaf))
                .findFirst();
    }

    /** The key by its dotted name or an alias. */
    static Optional<ConfigKey<?>> find(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? find("", name) : find(name.substring(0, dot), name.substring(dot + 1));
    }
}
