package dev.dmt.engine.mssql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A description among the extended properties.
 *
 * @param column empty where it is the table's own
 */
record CommentRow(String table, String column, String text) {
    static CommentRow read(ResultSet row) throws SQLException {
        return new CommentRow(
                row.getString("table_name"),
                Optional.ofNullable(row.getString("column_name")).orElse(""),
                Optional.ofNullable(row.getString("comment_text")).orElse(""));
    }
}
