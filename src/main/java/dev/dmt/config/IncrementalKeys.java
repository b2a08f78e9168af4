package dev.dmt.config;

import java.time.Duration;
import java.util.List;

/** The keys of the section migration about loads that read only what has changed. */
final class IncrementalKeys {
    static final ConfigKey<List<String>> COLUMNS = key(
                    "incremental_columns",
                    new ListType(),
                    "Columns that tell when a row was changed (a date, a time stamp, or a whole number that only grows):"
                            + " `updated_at` for every table that has it, `orders.changed_at` for one table alone. A"
                            + " load then reads the rows that were changed since the last one, and those without a"
                            + " value; all rows where there was none.")
            .fallback("")
            .sideEffect("Needs `target_mode: upsert`. Rows that were deleted in the source stay in the target.")
            .decidesResult()
            .heldBy(config -> config.migration().incremental().columns());
    static final ConfigKey<Duration> OVERLAP = key(
                    "incremental_overlap",
                    new DurationType(Duration.ZERO),
                    "How far behind the source's clock at the last load's snapshot reading begins: longer than any"
                            + " transaction of the source lasts.")
            .fallback("5m")
            .heldBy(config -> config.migration().incremental().overlap());
    static final ConfigKey<Long> NUMBER_OVERLAP = key(
                    "incremental_number_overlap",
                    WholeType.atLeast(0),
                    "The same for columns that count: more than the numbers that transactions under way at one moment may"
                            + " have drawn.")
            .fallback("1000")
            .heldBy(config -> config.migration().incremental().numberOverlap());

    private IncrementalKeys() {}

    private static <T> ConfigKey<T> key(String leaf, KeyType<T> type, String description) {
        return ConfigKey.of("migration." + leaf, type, description);
    }
}
