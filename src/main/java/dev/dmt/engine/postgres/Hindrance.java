package dev.dmt.engine.postgres;

import dev.dmt.schema.Omission;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Something of a table that is not carried over as it is.
 *
 * @param reason empty where there is nothing to tell
 * @param kept it is carried over all the same, but not wholly
 */
record Hindrance(String table, String kind, String name, String reason, String remedy, boolean kept) {
    static Hindrance read(ResultSet row) throws SQLException {
        return new Hindrance(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6));
    }

    boolean drops(String wantedKind, String wantedName) {
        return !kept && kind.equals(wantedKind) && name.equals(wantedName);
    }

    Omission omission() {
        return new Omission(kind, table, name, reason, remedy);
    }
}
