package dev.dmt.engine.mssql;

import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One column of a foreign key as sys.foreign_keys and sys.foreign_key_columns have it. */
record ForeignKeyRow(
        String table,
        String name,
        String column,
        TableName parent,
        String parentColumn,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        boolean disabled) {
    static ForeignKeyRow read(ResultSet row) throws SQLException {
        return new ForeignKeyRow(
                row.getString("table_name"),
                row.getString("key_name"),
                row.getString("column_name"),
                new TableName(row.getString("parent_schema"), row.getString("parent_table")),
                row.getString("parent_column"),
                action(row.getInt("delete_referential_action")),
                action(row.getInt("update_referential_action")),
                row.getInt("is_disabled") == 1);
    }

    private static ReferentialAction action(int number) {
        return switch (number) {
            case 1 -> ReferentialAction.CASCADE;
            case 2 -> ReferentialAction.SET_NULL;
            case 3 -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
