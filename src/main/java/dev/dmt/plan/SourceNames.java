package dev.dmt.plan;

import dev.dmt.schema.TableName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the config, and maps, name what is in the source: case ignored, with the schema or without. */
final class SourceNames {
    private SourceNames() {}

    /** A table's name as a key of maps. */
    static String key(TableName table) {
        return table.toString().toLowerCase(Locale.ROOT);
    }

    static Optional<String> ofTable(Map<String, String> map, TableName table) {
        return find(map, table.toString()).or(() -> find(map, table.name()));
    }

    static Optional<String> ofColumn(Map<String, String> map, TableName table, String column) {
        return find(map, table + "." + column).or(() -> find(map, table.name() + "." + column));
    }

    private static Optional<String> find(Map<String, String> map, String name) {
        return map.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
