package dev.dmt.engine.mssql;

import java.util.List;

/** What the catalog says of a schema's tables, or of one of them, row by row. */
record CatalogRows(
        List<ColumnRow> columns,
        List<IndexRow> indexes,
        List<ForeignKeyRow> foreignKeys,
        List<CheckRow> checks,
        List<CommentRow> comments) {
    CatalogRows {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        comments = List.copyOf(comments);
    }

    /** Those of one table. */
    CatalogRows of(String table) {
        return new CatalogRows(
                columns.stream().filter(row -> row.table().equals(table)).toList(),
                indexes.stream().filter(row -> row.table().equals(table)).toList(),
                foreignKeys.stream().filter(row -> row.table().equals(table)).toList(),
                checks.stream().filter(row -> row.table().equals(table)).toList(),
                comments.stream().filter(row -> row.table().equals(table)).toList());
    }

    /** In the catalog's order. */
    List<String> tables() {
        return columns.stream().map(ColumnRow::table).distinct().toList();
    }
}
