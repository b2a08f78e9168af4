package dev.dmt.engine.sqlite;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens connections to one database file; each waits so long for a lock and no longer. */
record SqliteOpener(DatabaseFile file, int busyMillis) {
    /** A connection whose transaction has begun and has read once: what it sees does not change any more. */
    Connection pinned() throws SQLException {
        Connection connection = readOnly();
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
                rows.next();
            }
            StandInCollations.register(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Connection readOnly() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        // The driver (3.54) holds the connection's monitor in each of its native calls that touch a statement; SQLite's
        // own lock beside it protects nothing more, and taking it for each cell doubles what reading costs.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setBusyTimeout(busyMillis);
        return config.createConnection(file.url(true));
    }

    /** For holding back other writers, never for writing. */
    Connection writable() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(busyMillis);
        return config.createConnection(file.url(false));
    }

    DmtException failure(String doing, SQLException failure) {
        return SqliteFailures.of(
                doing + " " + file.path(), ErrorContext.at("file", file.path().toString()), failure);
    }

    String logState() {
        return WriteAheadLog.state(file.sibling("-wal"));
    }
}
