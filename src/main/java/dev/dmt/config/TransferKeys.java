package dev.dmt.config;

import java.util.List;
import java.util.Optional;

/** The keys of the section migration that say how rows travel, and what becomes of those that cannot. */
final class TransferKeys {
    static final ConfigKey<TransferVia> VIA = key(
                    "via",
                    new ChoiceType<>(List.of(TransferVia.values()), TransferVia::text),
                    "How rows travel: through `csv` shards on disk, which `export` and `load` always use; or as a"
                            + " `stream` from the source into the target, through memory alone.")
            .defaultWords("`csv` from SQLite to PostgreSQL, `stream` between all others")
            .example("stream")
            .sideEffect("`csv` needs disk in the staging folder. Rows that a target refuses in quarantine pass through"
                    + " that folder either way.")
            .maybeHeldBy(config -> Optional.of(config.migration().via())
                    .filter(via -> via
                            != EngineDefaults.via(
                                    config.source().type(), config.target().type())));
    static final ConfigKey<Long> STREAM_MEMORY = key(
                    "stream_memory",
                    new SizeType(),
                    "Bytes that all streamed units together may have on their way between source and target, and never"
                            + " more than a quarter of the process's memory. Each unit has half a MiB of its own"
                            + " besides.")
            .fallback("64MB")
            .heldBy(config -> config.migration().streamMemory());
    static final ConfigKey<Long> WORKERS = key(
                    "workers",
                    new WholeType(0, 1_024),
                    "Units moved in parallel; 0 means as many as the machine (or its container) grants.")
            .fallback("0")
            .sideEffect("Each holds a connection to the target.")
            .heldBy(config -> (long) config.migration().workers());
    static final ConfigKey<Long> LARGE_TABLE_ROWS = key(
                    "large_table_rows",
                    WholeType.atLeast(1),
                    "A table with more rows is cut into parts, each a unit of its own.")
            .fallback("5000000")
            .alias("large_table_threshold")
            .heldBy(config -> config.migration().largeTableRows());
    static final ConfigKey<Long> MAX_UNITS = key(
                    "max_units",
                    new WholeType(1, 1_000_000),
                    "At most so many parts of one table, and so many entries in the list of units that an orchestrator"
                            + " fans out.")
            .fallback("200")
            .heldBy(config -> (long) config.migration().maxUnits());
    static final ConfigKey<Long> SHARD_ROWS = key(
                    "shard_rows",
                    WholeType.atLeast(1),
                    "At most so many rows a shard. A shard is loaded in one transaction and repeated as a whole after a"
                            + " failure.")
            .fallback("500000")
            .heldBy(config -> config.migration().shardRows());
    static final ConfigKey<Long> SHARD_BYTES = key(
                    "shard_bytes", new SizeType(), "At most about so many bytes a shard, before compression.")
            .fallback("64MB")
            .heldBy(config -> config.migration().shardBytes());
    static final ConfigKey<BadRowPolicy> ON_BAD_ROW = key(
                    "on_bad_row",
                    new ChoiceType<>(List.of(BadRowPolicy.values()), BadRowPolicy::text),
                    "What becomes of a row that the target cannot hold: the unit fails, or the row goes to a rejects"
                            + " file with its reason. The files lie in the folder rejects beside the staging folder.")
            .fallback("fail")
            .sideEffect("`quarantine` leaves rows out of the target; report and validation count them.")
            .decidesResult()
            .heldBy(config -> config.migration().onBadRow());
    static final ConfigKey<Long> MAX_REJECTS = key(
                    "max_rejects", WholeType.atLeast(0), "A unit with more rejected rows fails all the same.")
            .fallback("1000")
            .heldBy(config -> config.migration().maxRejects());
    static final ConfigKey<MisfitPolicy> ON_MISFIT = key(
                    "on_misfit",
                    new ChoiceType<>(List.of(MisfitPolicy.values()), MisfitPolicy::text),
                    "What becomes of values that are not what their column declares (SQLite allows that): the plan"
                            + " fails, the column is made wide enough, the value becomes NULL, or the row is rejected"
                            + " (set aside as under on_bad_row: quarantine, whatever that key says).")
            .fallback("fail")
            .sideEffect("`null` loses values.")
            .decidesResult()
            .heldBy(config -> config.migration().onMisfit());
    static final ConfigKey<BadTextPolicy> ON_BAD_TEXT = key(
                    "on_bad_text",
                    new ChoiceType<>(List.of(BadTextPolicy.values()), BadTextPolicy::text),
                    "What becomes of text of a SQLite source that the target cannot hold (NUL characters, broken UTF-8)."
                            + " The plan fails, the bytes are stripped or replaced, or the column becomes binary. A row"
                            + " of another source that holds such text is a bad row.")
            .fallback("fail")
            .sideEffect("`strip` and `replace` change values.")
            .decidesResult()
            .heldBy(config -> config.migration().onBadText());
    static final ConfigKey<EmptyTextPolicy> EMPTY_TEXT = key(
                    "empty_text",
                    new ChoiceType<>(List.of(EmptyTextPolicy.values()), EmptyTextPolicy::text),
                    "What becomes of empty texts in an Oracle target, which takes them for NULL: the row fails, named"
                            + " with its column, or the value becomes NULL, or one blank. Large texts (CLOB) may be empty"
                            + " there and stay as they are.")
            .fallback("fail")
            .sideEffect("`null` and `space` change values; `null` lets columns hold NULL that could not.")
            .decidesResult()
            .heldBy(config -> config.migration().emptyText());
    static final ConfigKey<ZeroDatePolicy> ZERO_DATES = key(
                    "zero_dates",
                    new ChoiceType<>(List.of(ZeroDatePolicy.values()), ZeroDatePolicy::text),
                    "What becomes of the zero dates of a MySQL source (0000-00-00, 2020-00-15), which no other engine has."
                            + " The row fails, named with its column, or the value becomes NULL.")
            .fallback("fail")
            .sideEffect("`null` changes values, and lets columns hold NULL that could not.")
            .decidesResult()
            .heldBy(config -> config.migration().zeroDates());

    private TransferKeys() {}

    private static <T> ConfigKey<T> key(String leaf, KeyType<T> type, String description) {
        return ConfigKey.of("migration." + leaf, type, description);
    }
}
