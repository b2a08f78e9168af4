package dev.dmt.engine.postgres;

import dev.dmt.schema.Omission;
import dev.dmt.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Something of a table that is not carried over as it is.
 *
 * @param reason empty where there is nothing to tell
 * @param kept it is carried over all the same, but not wholly
 */
record Hindrance(long table, String kind, String name, String reason, String remedy, boolean kept) {
    static Hindrance read(ResultSet row) throws SQLException {
        return new Hindrance(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6));
    }

    boolean drops(String wantedKind, String wantedName) {
        return !kept && kind.equals(wantedKind) && name.equals(wantedName);
    }

    /** @param tableName how the plan calls the table */
    Omission omission(TableName tableName) {
        return new Omission(kind, tableName.toString(), name, reason, remedy);
    }
}
