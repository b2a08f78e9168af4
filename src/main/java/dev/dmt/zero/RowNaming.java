package dev.dmt.zero;

import dev.dmt.schema.Key;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicaIdentity;
import dev.dmt.schema.replicated.ReplicatedColumn.Generation;
import dev.dmt.schema.replicated.ReplicatedTable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How changed rows of a table are named once it is published. The server refuses each UPDATE and DELETE of a published
 * table whose replica identity the publication does not hold whole, so that a publication made without looking breaks
 * the application, not the replication.
 */
sealed interface RowNaming {
    /**
     * By a key, or by all that is published.
     *
     * @param columns that the publication must name for it
     * @param index that must become the replica identity first
     */
    record By(Set<String> columns, Optional<String> index) implements RowNaming {}

    record Impossible(String reason, String remedy) implements RowNaming {}

    static RowNaming of(ReplicatedTable table, Key key, List<ColumnVerdict> columns, int serverVersion) {
        ReplicaIdentity identity = table.identity();
        if (identity instanceof ReplicaIdentity.Nothing) {
            return new Impossible(
                    "its REPLICA IDENTITY is NOTHING or an index that is gone, over which Zero fails",
                    identity(table.name(), "DEFAULT"));
        } else if (identity instanceof ReplicaIdentity.WholeRow) {
            return wholeRow(table, columns, serverVersion);
        } else if (identity instanceof ReplicaIdentity.UniqueIndex index) {
            return index(table, key, index.index(), columns);
        }
        // A key that clients do not see must not name changed rows: they would keep the row under its former key.
        return new By(
                Set.copyOf(key.columns()),
                table.primaryKey().filter(key::equals).isPresent() ? Optional.empty() : Optional.of(key.name()));
    }

    private static RowNaming index(ReplicatedTable table, Key key, String index, List<ColumnVerdict> columns) {
        Optional<Key> named = Stream.concat(table.primaryKey().stream(), table.uniqueKeys().stream())
                .filter(candidate -> candidate.name().equals(index))
                .findFirst();
        if (named.isEmpty()) {
            return new Impossible(
                    "the index of its REPLICA IDENTITY, " + index + ", is gone, over which Zero fails",
                    identity(table.name(), "DEFAULT"));
        }
        Set<String> synced = columns.stream()
                .filter(ColumnVerdict::tellsRowsApart)
                .map(ColumnVerdict::name)
                .collect(Collectors.toUnmodifiableSet());
        Optional<String> lacking = named.get().columns().stream()
                .filter(column -> !synced.contains(column))
                .findFirst();
        return lacking.<RowNaming>map(column -> new Impossible(
                        "its REPLICA IDENTITY, " + index + ", is over " + column
                                + ", by which clients cannot tell rows apart",
                        identity(table.name(), "USING INDEX " + SqlText.name(key.name()))))
                // Said although it is so already: the file may be run on another copy of the database.
                .orElseGet(() -> new By(Set.copyOf(named.get().columns()), Optional.of(index)));
    }

    /** No column list may stand beside it then: it is all columns or no table. */
    private static RowNaming wholeRow(ReplicatedTable table, List<ColumnVerdict> columns, int serverVersion) {
        boolean knowsGenerated = serverVersion == 0 || serverVersion >= 180_000;
        Set<String> published = new HashSet<>();
        for (ColumnVerdict column : columns) {
            if (column.column().generation() != Generation.NONE) {
                if (knowsGenerated) {
                    return notWhole(table, column.name() + " is generated");
                }
            } else if (!column.publishable()) {
                return notWhole(table, column.name() + ": " + column.reason());
            } else {
                published.add(column.name());
            }
        }
        return new By(published, Optional.empty());
    }

    private static Impossible notWhole(ReplicatedTable table, String obstacle) {
        return new Impossible(
                "its REPLICA IDENTITY is FULL, with which all columns must be published: " + obstacle,
                identity(table.name(), "DEFAULT"));
    }

    private static String identity(TableName table, String how) {
        return Remedy.alter(table, "REPLICA IDENTITY " + how);
    }
}
