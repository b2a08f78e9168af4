package dev.dmt.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The keys about where and how dmt itself works: its files, its log, its lease. */
final class WorkplaceKeys {
    static final ConfigKey<Path> STAGING_PATH = ConfigKey.of(
                    "staging.path", new PathType(), "The folder where shards wait for their load.")
            .fallback(".dmt/staging")
            .heldBy(config -> config.staging().path());
    static final ConfigKey<Boolean> STAGING_KEEP = ConfigKey.of(
                    "staging.keep", new FlagType(), "Whether shards stay after they were loaded.")
            .fallback("false")
            .sideEffect("`true` needs disk for the whole source.")
            .heldBy(config -> config.staging().keep());
    static final ConfigKey<ShardCompression> STAGING_COMPRESSION = ConfigKey.of(
                    "staging.compression",
                    new ChoiceType<>(List.of(ShardCompression.values()), ShardCompression::text),
                    "How shards are compressed.")
            .fallback("none")
            .heldBy(config -> config.staging().compression());
    static final ConfigKey<Path> CHECKPOINT_PATH = ConfigKey.of(
                    "checkpoint.path",
                    new PathType(),
                    "The checkpoint's file. The steps' documents lie beside it, in a folder of the same name with .d.")
            .fallback(".dmt/checkpoint.yaml")
            .sideEffect("Another path is another history: runs begun under the old one are not seen.")
            .heldBy(DmtConfig::checkpoint);
    static final ConfigKey<Path> REPORT_PATH = ConfigKey.of(
                    "report.path", new PathType(), "The folder that reports are written to.")
            .fallback(".dmt/report")
            .heldBy(DmtConfig::reportFolder);
    static final ConfigKey<Boolean> PROFILES = ConfigKey.of(
                    "validation.profiles",
                    new FlagType(),
                    "Whether non-null counts, minimum and maximum of every column are compared, besides the exact row"
                            + " counts that always are.")
            .fallback("true")
            .sideEffect("Scans every table once on both sides.")
            .heldBy(config -> config.validation().profiles());
    static final ConfigKey<Boolean> CHECKSUM = ConfigKey.of(
                    "validation.checksum",
                    new FlagType(),
                    "Whether every value is compared, by checksums over small key ranges.")
            .fallback("false")
            .sideEffect("Reads every value on both sides.")
            .heldBy(config -> config.validation().checksum());
    static final ConfigKey<Long> LEAF_ROWS = ConfigKey.of(
                    "validation.leaf_rows",
                    new WholeType(1, Integer.MAX_VALUE),
                    "About so many rows share a checksum; a difference is found by fetching so many.")
            .fallback("10000")
            .heldBy(config -> (long) config.validation().leafRows());
    static final ConfigKey<String> LOG_LEVEL = ConfigKey.of(
                    "logging.level",
                    ChoiceType.of("error", "warn", "info", "debug", "trace"),
                    "How much is logged, to standard error.")
            .fallback("info")
            .heldBy(config -> config.logging().level());
    static final ConfigKey<String> LOG_FORMAT = ConfigKey.of(
                    "logging.format", ChoiceType.of("text", "json"), "Lines for people, or one JSON object a line.")
            .fallback("text")
            .heldBy(config -> config.logging().json() ? "json" : "text");
    static final ConfigKey<Path> LOG_FILE = ConfigKey.of(
                    "logging.file", new PathType(), "A file that is logged to as well, in more detail.")
            .defaultWords("none")
            .example(".dmt/dmt.log")
            .maybeHeldBy(config -> config.logging().file());
    static final ConfigKey<Duration> LEASE = ConfigKey.of(
                    "lease",
                    new DurationType(Duration.ofSeconds(5)),
                    "How long a unit stays reserved for an attempt that gives no more sign of life.")
            .fallback("60s")
            .sideEffect("After a kill, another attempt at the same unit may have to wait so long.")
            .heldBy(DmtConfig::lease);

    private WorkplaceKeys() {}
}
