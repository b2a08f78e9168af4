package dev.dmt.zero;

import dev.dmt.schema.Key;
import dev.dmt.schema.replicated.ReplicatedTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the key by which clients tell rows apart. Zero takes any unique key whose columns are all synced and never NULL; of
 * several the primary key is what people expect.
 */
final class KeyRule {
    private static final Comparator<Key> SHORTEST =
            Comparator.comparingInt((Key key) -> key.columns().size()).thenComparing(Key::name);

    private final ReplicatedTable table;
    private final List<ColumnVerdict> columns;
    private final Set<String> usable;

    KeyRule(ReplicatedTable table, List<ColumnVerdict> columns) {
        this.table = table;
        this.columns = columns;
        this.usable = columns.stream()
                .filter(ColumnVerdict::tellsRowsApart)
                .map(ColumnVerdict::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Key> key() {
        return table.primaryKey()
                .filter(key -> usable.containsAll(key.columns()))
                .or(() -> table.uniqueKeys().stream()
                        .filter(key -> usable.containsAll(key.columns()))
                        .min(SHORTEST));
    }

    /** Why there is none. */
    ZeroFinding missing() {
        Optional<Key> nullable = table.uniqueKeys().stream()
                .filter(key -> key.columns().stream().allMatch(this::isSyncedText))
                .min(SHORTEST);
        if (table.primaryKey().isPresent()) {
            return primary(
                    table.primaryKey().get(),
                    nullable.map(this::requireValues).orElseGet(() -> Remedy.addIdentityKey(table)));
        }
        if (nullable.isPresent()) {
            return finding(
                    "it has no primary key, and its unique key "
                            + nullable.get().name() + " may hold NULLs",
                    requireValues(nullable.get()) + " Or: " + Remedy.addIdentityKey(table));
        }
        return finding(
                "it has neither a primary key nor a unique one over columns that Zero syncs and that are never NULL",
                Remedy.addIdentityKey(table));
    }

    private boolean isSyncedText(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .anyMatch(column -> column.synced()
                        .filter(type -> !(type instanceof ZeroType.Json))
                        .isPresent());
    }

    private String requireValues(Key key) {
        return Remedy.requireValues(
                table.name(),
                key.columns().stream()
                        .filter(column -> !usable.contains(column))
                        .toList());
    }

    private ZeroFinding primary(Key key, String otherKey) {
        String start = "its primary key (" + String.join(", ", key.columns()) + ") cannot be Zero's key: ";
        return columns.stream()
                .filter(column -> key.columns().contains(column.name()) && !usable.contains(column.name()))
                .findFirst()
                .map(column -> column.synced().isPresent()
                        ? finding(start + column.name() + " holds JSON, which cannot be compared", otherKey)
                        : finding(start + column.name() + ": " + column.reason(), column.remedy() + " Or: " + otherKey))
                .orElseGet(() -> finding(start + "a column of it is not known", otherKey));
    }

    private ZeroFinding finding(String reason, String remedy) {
        return new ZeroFinding(ZeroFinding.Kind.TABLE_LEFT_OUT, table.name().toString(), "", reason, remedy);
    }
}
