package dev.dmt.zero;

import dev.dmt.schema.Key;
import dev.dmt.schema.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of Zero's copy, a SQLite database: tables and indexes share them, and case does not tell them apart.
 */
final class ReplicaNames {
    private static final String RESERVED = "sqlite_";

    private final Map<String, String> taken = new HashMap<>();

    /** As the copy calls what is in a schema. */
    static String of(TableName name) {
        return TableNaming.isPublic(name) ? name.name() : name.toString();
    }

    /** Takes the names of a table and of its indexes over published columns, or says which of them cannot be had. */
    Optional<Obstacle> take(TableName table, List<Key> indexes) {
        Optional<Obstacle> obstacle = reserved(table, indexes).or(() -> twin(table, indexes));
        if (obstacle.isEmpty()) {
            taken.put(folded(table), "the table " + table);
            indexes.forEach(key -> taken.put(folded(index(table, key)), "the index " + index(table, key)));
        }
        return obstacle;
    }

    private static Optional<Obstacle> reserved(TableName table, List<Key> indexes) {
        return indexes.stream()
                .filter(key -> folded(index(table, key)).startsWith(RESERVED))
                .map(key -> Obstacle.ofIndex(
                        key, "SQLite keeps for itself what begins with sqlite_, as its index " + key.name() + " does"))
                .findFirst();
    }

    private Optional<Obstacle> twin(TableName table, List<Key> indexes) {
        String owner = taken.get(folded(table));
        if (owner != null) {
            return Optional.of(
                    new Obstacle("Zero's copy does not tell its name from that of " + owner, Optional.empty()));
        }
        Set<String> own = new HashSet<>(Set.of(folded(table)));
        return indexes.stream()
                .filter(key -> !own.add(folded(index(table, key))) || taken.containsKey(folded(index(table, key))))
                .map(key -> Obstacle.ofIndex(
                        key,
                        "Zero's copy tells no names apart by case: its index " + key.name()
                                + " is not the only one so called"))
                .findFirst();
    }

    private static TableName index(TableName table, Key key) {
        return new TableName(table.schema(), key.name());
    }

    private static String folded(TableName name) {
        return of(name).toLowerCase(Locale.ROOT);
    }

    /**
     * Why a table cannot be copied under its names.
     *
     * @param index the one to blame, empty where it is the table's own name
     */
    record Obstacle(String reason, Optional<String> index) {
        private static Obstacle ofIndex(Key key, String reason) {
            return new Obstacle(reason, Optional.of(key.name()));
        }
    }
}
