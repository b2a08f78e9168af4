package dev.dmt.config;

import java.util.List;
import java.util.Map;

/** The keys of the section migration. */
final class MigrationKeys {
    static final ConfigKey<TargetMode> TARGET_MODE = key(
                    "target_mode",
                    new ChoiceType<>(List.of(TargetMode.values()), TargetMode::text),
                    "What becomes of a target table that is there already: made anew, emptied, or kept and merged into"
                            + " by its key.")
            .fallback("drop_recreate")
            .sideEffect("`drop_recreate` and `truncate` remove rows. Rows that this run did not bring are only removed"
                    + " after `--yes` or a prompt.")
            .decidesResult()
            .heldBy(config -> config.migration().targetMode());
    static final ConfigKey<List<String>> INCLUDE_TABLES = key(
                    "include_tables",
                    new ListType(),
                    "Which tables to move: names or globs (`*`, `?`) of source tables, in any case. An empty"
                            + " list means all.")
            .fallback("*")
            .decidesResult()
            .heldBy(config -> config.migration().includeTables());
    static final ConfigKey<List<String>> EXCLUDE_TABLES = key(
                    "exclude_tables", new ListType(), "Which of those to leave out: names or globs.")
            .fallback("")
            .example("[\"tmp_*\", \"*_old\"]")
            .decidesResult()
            .heldBy(config -> config.migration().excludeTables());
    static final ConfigKey<Map<String, String>> SCHEMA_MAP = key(
                    "schema_map",
                    new MapType(EntryRule.SCHEMAS),
                    "Source schema to target schema; `\"*\"` stands for all that are not named. Two may go to one.")
            .defaultWords("of one schema target.schema; of several target.schema where it is given, else each keeps its"
                    + " name")
            .fallback("")
            .example("{\"sales\": \"crm\"}")
            .decidesResult()
            .heldBy(config -> config.migration().schemaMap());
    static final ConfigKey<Map<String, String>> RENAME_TABLES = key(
                    "rename_tables", new MapType(EntryRule.TABLES), "Source table to target table.")
            .fallback("")
            .example("{\"Order Details\": \"order_details\"}")
            .decidesResult()
            .heldBy(config -> config.migration().renameTables());
    static final ConfigKey<Map<String, String>> RENAME_COLUMNS = key(
                    "rename_columns",
                    new MapType(EntryRule.COLUMNS),
                    "Source table and column, with a dot, to the target's column.")
            .fallback("")
            .example("{\"orders.user\": \"user_name\"}")
            .decidesResult()
            .heldBy(config -> config.migration().renameColumns());
    static final ConfigKey<Map<String, String>> TYPES = key(
                    "types",
                    new MapType(EntryRule.TYPES),
                    "Source table and column, with a dot, to the type it is to have: boolean, integer(16), integer(32),"
                            + " integer(64), decimal, decimal(p,s), float(32), float(64), text, text(n), binary, date,"
                            + " time, timestamp, timestamp with zone, uuid, json, jsonb.")
            .fallback("")
            .example("{\"orders.total\": \"decimal(12,2)\"}")
            .decidesResult()
            .heldBy(config -> config.migration().types());
    static final ConfigKey<Boolean> CREATE_INDEXES = key(
                    "create_indexes", new FlagType(), "Whether secondary indexes and unique constraints are created.")
            .fallback("true")
            .decidesResult()
            .heldBy(config -> config.migration().createIndexes());
    static final ConfigKey<Boolean> CREATE_FKS = key("create_fks", new FlagType(), "Whether foreign keys are created.")
            .fallback("true")
            .alias("create_foreign_keys")
            .decidesResult()
            .heldBy(config -> config.migration().createForeignKeys());
    static final ConfigKey<Boolean> CREATE_CHECKS = key(
                    "create_checks", new FlagType(), "Whether check constraints are created.")
            .fallback("true")
            .alias("create_check_constraints")
            .decidesResult()
            .heldBy(config -> config.migration().createChecks());

    private MigrationKeys() {}

    private static <T> ConfigKey<T> key(String leaf, KeyType<T> type, String description) {
        return ConfigKey.of("migration." + leaf, type, description);
    }
}
