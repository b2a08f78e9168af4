package dev.dmt.engine.sqlite;

import dev.dmt.engine.Reader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

/** Reads back what dmt has written into a SQLite database, in the forms in which it writes. */
public final class HeldReading {
    private HeldReading() {}

    /**
     * A reader of what is held.
     *
     * @param leases each gives a connection to read by, for as long as a cursor is open
     */
    public static Reader reader(Supplier<? extends ReadLease> leases, boolean utf16) {
        return new SqliteReader(leases, HeldConversions::of, utf16);
    }

    /** True where this process has the file open as a source. */
    public static boolean isOpenSource(Path path) {
        return DatabaseFile.isOpen(path);
    }

    /** True where the database keeps its texts in UTF-16. */
    public static boolean isUtf16(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA encoding")) {
            return row.next() && row.getString(1).startsWith("UTF-16");
        }
    }
}
