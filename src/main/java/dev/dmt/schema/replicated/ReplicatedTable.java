package dev.dmt.schema.replicated;

import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Key;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A table, or what looks like one, with all that decides whether and how it can be replicated.
 *
 * @param logged false where its changes never reach the write-ahead log
 * @param columns in the table's order
 * @param primaryKey empty where it is deferrable too: then it names no changed row
 * @param uniqueKeys of constraints and of plain unique indexes alike: neither partial, nor over expressions, nor deferrable,
 *     nor an index that no constraint owns but a foreign key needs (Zero overlooks those); sorted by name. Their columns may
 *     be nullable.
 * @param otherIndexes by the columns they are sorted by: all that a copy of the table would have too, so neither partial nor
 *     over expressions; sorted by name
 */
public record ReplicatedTable(
        TableName name,
        TableNature nature,
        boolean logged,
        ReplicaIdentity identity,
        List<ReplicatedColumn> columns,
        Optional<Key> primaryKey,
        List<Key> uniqueKeys,
        List<Key> otherIndexes,
        List<ForeignKey> foreignKeys) {
    public ReplicatedTable {
        columns = List.copyOf(columns);
        uniqueKeys = List.copyOf(uniqueKeys);
        otherIndexes = List.copyOf(otherIndexes);
        foreignKeys = List.copyOf(foreignKeys);
    }

    public Optional<ReplicatedColumn> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }
}
