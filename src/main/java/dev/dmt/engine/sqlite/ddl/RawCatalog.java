package dev.dmt.engine.sqlite.ddl;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the PRAGMAs and sqlite_schema say, as they say it. The maps' keys are table names, case folded. */
record RawCatalog(
        List<RawTable> tables,
        List<Entry> entries,
        Map<String, List<RawColumn>> columns,
        Map<String, List<RawIndex>> indexes,
        Map<String, List<RawForeignKey>> foreignKeys) {

    /** A line of PRAGMA table_list; the type is table, view, shadow or virtual. */
    record RawTable(String name, String type, boolean withoutRowid) {}

    /** A line of sqlite_schema. */
    record Entry(
            String type,
            String name,
            String table,
            @Nullable String sql) {}

    /** A line of PRAGMA table_xinfo. */
    record RawColumn(
            String name,
            String type,
            boolean notNull,
            @Nullable String defaultSql,
            int keyPosition,
            int hidden) {}

    /** A line of PRAGMA index_list; the origin is c, u or pk. */
    record RawIndex(String name, boolean unique, String origin, boolean partial, List<RawIndexPart> parts) {}

    /** A key line of PRAGMA index_xinfo; no column for an expression. */
    record RawIndexPart(@Nullable String column, boolean expression, boolean descending, String collation) {}

    /** The lines of one id of PRAGMA foreign_key_list; no parent columns where the parent's key is meant. */
    record RawForeignKey(
            int id,
            String parent,
            List<String> columns,
            List<String> parentColumns,
            String onUpdate,
            String onDelete) {}

    List<RawColumn> columnsOf(String table) {
        return columns.getOrDefault(AsciiCase.fold(table), List.of());
    }

    List<RawIndex> indexesOf(String table) {
        return indexes.getOrDefault(AsciiCase.fold(table), List.of());
    }

    List<RawForeignKey> foreignKeysOf(String table) {
        return foreignKeys.getOrDefault(AsciiCase.fold(table), List.of());
    }

    /** The primary key's columns in key order. */
    List<String> primaryKeyOf(String table) {
        return columnsOf(table).stream()
                .filter(c -> c.keyPosition() > 0)
                .sorted((a, b) -> Integer.compare(a.keyPosition(), b.keyPosition()))
                .map(RawColumn::name)
                .toList();
    }

    /** Whether the table's primary key is another name of its rowid; SQLite keeps no index for such a key. */
    boolean primaryKeyIsRowid(RawTable table) {
        return !table.withoutRowid()
                && primaryKeyOf(table.name()).size() == 1
                && indexesOf(table.name()).stream().noneMatch(i -> i.origin().equals("pk"));
    }
}
