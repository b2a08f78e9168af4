package dev.dmt.schema;

import java.util.List;
import java.util.Optional;

/** A table with all that hangs on it, in the dialect of the engine it was read from or is written for. */
public record Table(
        TableName name,
        List<Column> columns,
        Optional<Key> primaryKey,
        List<Key> uniqueKeys,
        List<Index> indexes,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        RowOrder order,
        Optional<String> comment) {
    public Table {
        columns = List.copyOf(columns);
        uniqueKeys = List.copyOf(uniqueKeys);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
    }

    /** Without a comment. */
    public Table(
            TableName name,
            List<Column> columns,
            Optional<Key> primaryKey,
            List<Key> uniqueKeys,
            List<Index> indexes,
            List<ForeignKey> foreignKeys,
            List<Check> checks,
            RowOrder order) {
        this(name, columns, primaryKey, uniqueKeys, indexes, foreignKeys, checks, order, Optional.empty());
    }

    public Table commented(Optional<String> newComment) {
        return new Table(name, columns, primaryKey, uniqueKeys, indexes, foreignKeys, checks, order, newComment);
    }

    public Table ordered(RowOrder newOrder) {
        return new Table(name, columns, primaryKey, uniqueKeys, indexes, foreignKeys, checks, newOrder, comment);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }
}
