package dev.dmt.engine.mssql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One column of an index as sys.indexes and sys.index_columns have it.
 *
 * @param kind as sys.indexes numbers it: 1 and 2 are ordinary, 7 is a hash of a table in memory
 * @param role PK, UQ, or empty for what is no constraint
 */
record IndexRow(
        String table,
        String name,
        int kind,
        boolean unique,
        String role,
        Optional<String> filter,
        boolean disabled,
        Part part) {
    /** A column of the index. */
    record Part(String column, boolean descending, boolean included) {}

    static IndexRow read(ResultSet row) throws SQLException {
        boolean primary = row.getInt("is_primary_key") == 1;
        boolean constraint = row.getInt("is_unique_constraint") == 1;
        return new IndexRow(
                row.getString("table_name"),
                row.getString("index_name"),
                row.getInt("type"),
                row.getInt("is_unique") == 1,
                primary ? "PK" : constraint ? "UQ" : "",
                Optional.ofNullable(row.getString("filter_definition")),
                row.getInt("is_disabled") == 1,
                new Part(
                        row.getString("column_name"),
                        row.getInt("is_descending_key") == 1,
                        row.getInt("is_included_column") == 1));
    }

    /** What dmt can carry over: rows in an order, or by a hash, which an order replaces. */
    boolean isOrdinary() {
        return kind == 1 || kind == 2 || kind == 7;
    }

    String kindName() {
        return switch (kind) {
            case 3 -> "an index of XML";
            case 4 -> "a spatial index";
            case 5, 6 -> "a columnstore index";
            case 8, 9 -> "an index of JSON or vectors";
            default -> "an index of kind " + kind;
        };
    }
}
