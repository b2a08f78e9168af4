package dev.dmt.engine.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.Collation;

/**
 * Gives an application's own collations a stand-in. Nothing here compares by them, but without one SQLite does not even
 * plan a scan of a WITHOUT ROWID table whose key has such a collation. ({@code collation_list} is no help: it names the
 * missing ones too.)
 */
final class StandInCollations {
    private static final String MISSING = """
            SELECT DISTINCT x.coll
            FROM sqlite_master AS m, pragma_index_list(m.name) AS l, pragma_index_xinfo(l.name) AS x
            WHERE m.type = 'table' AND x.coll COLLATE NOCASE NOT IN ('BINARY', 'NOCASE', 'RTRIM')""";

    private StandInCollations() {}

    static void register(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(MISSING)) {
            while (rows.next()) {
                missing.add(rows.getString(1));
            }
        }
        for (String name : missing) {
            Collation.create(connection, name, new Binary());
        }
    }

    private static final class Binary extends Collation {
        @Override
        protected int xCompare(String first, String second) {
            return first.compareTo(second);
        }
    }
}
