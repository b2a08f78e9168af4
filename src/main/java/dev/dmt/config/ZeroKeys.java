package dev.dmt.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The keys about schemas for Zero. */
final class ZeroKeys {
    static final ConfigKey<Boolean> ENABLED = key(
                    "enabled",
                    new FlagType(),
                    "Whether the target is to be synced by Zero: names are then given that Zero accepts, its rules are"
                            + " enforced before anything is written, and a run ends with a Zero schema.")
            .fallback("false")
            .sideEffect("`true` refuses a server that Zero cannot sync from (PostgreSQL before 15, or another"
                    + " `wal_level` than `logical`).")
            .decidesResult()
            .heldBy(config -> config.zero().enabled());
    static final ConfigKey<ZeroVersion> VERSION = key(
                    "version",
                    new ChoiceType<>(List.of(ZeroVersion.values()), ZeroVersion::text),
                    "The version of Zero that the schema is written for.")
            .fallback(ZeroVersion.V1_9.text())
            .heldBy(config -> config.zero().version());
    static final ConfigKey<ZeroNaming> NAMING = key(
                    "naming",
                    new ChoiceType<>(List.of(ZeroNaming.values()), ZeroNaming::text),
                    "How the schema calls tables and columns: in camel case, or as the database does.")
            .fallback(ZeroNaming.CAMEL_CASE.text())
            .heldBy(config -> config.zero().naming());
    static final ConfigKey<List<String>> TABLES = key(
                    "tables",
                    new GlobsType(),
                    "Which of the target's tables the schema has: names or globs, also as schema.table; those after a"
                            + " `!` are left out. A section with the lists `include` and `exclude` does as well.")
            .fallback("*")
            .example("[\"*\", \"!audit_*\"]")
            .heldBy(config -> config.zero().tables());
    static final ConfigKey<List<String>> IDENTITY_KEYS = key(
                    "identity_keys",
                    new ListType(),
                    "Source tables (names or globs) that get an identity column `zero_id` as their primary key, where"
                            + " they have no key that Zero can use. Without a key Zero does not sync a table.")
            .fallback("")
            .example("[\"log_*\"]")
            .sideEffect("Adds a column to the target that the source does not have; not for `target_mode: upsert`.")
            .decidesResult()
            .heldBy(config -> config.zero().identityKeys());
    static final ConfigKey<List<String>> SCHEMAS = key(
                    "schemas",
                    new ListType(),
                    "The database schemas that `--from target` reads. An empty list means the target's schema.")
            .fallback("")
            .example("[\"public\", \"billing\"]")
            .heldBy(config -> config.zero().schemas());
    static final ConfigKey<Map<String, String>> JSON_TYPES = key(
                    "json_types",
                    new MapType(EntryRule.SHAPES),
                    "Target table and column, with a dot, to the TypeScript type of the JSON in it. It is written into"
                            + " `schema.ts` as it is, and changes types alone, no data.")
            .fallback("")
            .example("{\"orders.payload\": \"{ total: number }\"}")
            .heldBy(config -> config.zero().jsonTypes());
    static final ConfigKey<String> PUBLICATION = key(
                    "publication", new PublicationType(), "The name of the publication, for `ZERO_APP_PUBLICATIONS`.")
            .fallback("dmt_zero")
            .heldBy(config -> config.zero().publication());
    static final ConfigKey<Path> OUTPUT = key(
                    "output",
                    new PathType(),
                    "The folder that `schema.ts`, `publication.sql` and `zero-report.md` are written to.")
            .fallback("zero")
            .heldBy(config -> config.zero().output());

    private ZeroKeys() {}

    private static <T> ConfigKey<T> key(String leaf, KeyType<T> type, String description) {
        return ConfigKey.of("zero." + leaf, type, description);
    }
}
