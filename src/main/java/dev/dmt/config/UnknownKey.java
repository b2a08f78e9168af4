package dev.dmt.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said about a key that does not exist. */
final class UnknownKey {
    /** Keys of the Go tool of the same name whose meaning is kept by another key here, or by none. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("migration.chunk_size", "rows travel in shards here, see migration.shard_rows"),
            Map.entry("source.chunk_size", "rows travel in shards here, see migration.shard_rows"),
            Map.entry("target.chunk_size", "rows travel in shards here, see migration.shard_rows"),
            Map.entry("migration.max_partitions", "see migration.max_units, which counts the units of all tables"),
            Map.entry("migration.data_dir", "see checkpoint.path and staging.path"),
            Map.entry("migration.strict_consistency", "reads are consistent here, see source.snapshot"),
            Map.entry("migration.sample_validation", "see validation.checksum, which compares every value"),
            Map.entry("migration.sample_size", "see validation.checksum, which compares every value"),
            Map.entry("source.encrypt", "see source.ssl_mode"),
            Map.entry("target.encrypt", "see target.ssl_mode"));

    private UnknownKey() {}

    /** The message for a dotted name without a key. */
    static String message(String name) {
        String elsewhere = ELSEWHERE.get(name);
        return "unknown key" + (elsewhere == null ? question(name) : "; " + elsewhere);
    }

    private static String question(String name) {
        return meant(name).map(key -> "; did you mean " + key + "?").orElse("");
    }

    static Optional<String> meant(String name) {
        String section = name.contains(".") ? name.substring(0, name.indexOf('.')) : "";
        String leaf = name.substring(name.indexOf('.') + 1);
        if (section.isEmpty()) {
            List<String> tops = ConfigKeys.sections().stream()
                    .flatMap(top ->
                            top.isEmpty() ? ConfigKeys.in("").stream().map(ConfigKey::name) : List.of(top).stream())
                    .toList();
            return NearestName.among(tops, name).or(() -> inAnySection(leaf));
        }
        if (!ConfigKeys.sections().contains(section)) {
            return NearestName.among(names(), name).or(() -> inAnySection(leaf));
        }
        List<String> siblings =
                ConfigKeys.in(section).stream().map(ConfigKey::leaf).toList();
        return NearestName.among(siblings, leaf)
                .map(sibling -> section + "." + sibling)
                .or(() -> inAnySection(leaf));
    }

    /** A key that is right but stands in the wrong section. */
    private static Optional<String> inAnySection(String leaf) {
        return ConfigKeys.ALL.stream()
                .filter(key -> key.named(leaf))
                .map(ConfigKey::name)
                .reduce((first, second) -> second);
    }

    private static List<String> names() {
        return ConfigKeys.ALL.stream().map(ConfigKey::name).toList();
    }
}
