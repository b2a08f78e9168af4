package dev.dmt.engine.mssql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A check as sys.check_constraints has it. */
record CheckRow(String table, String name, String definition, boolean disabled) {
    static CheckRow read(ResultSet row) throws SQLException {
        return new CheckRow(
                row.getString("table_name"),
                row.getString("check_name"),
                row.getString("definition"),
                row.getInt("is_disabled") == 1);
    }
}
