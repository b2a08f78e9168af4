package dev.dmt.engine.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A connection that never is in a transaction and never writes, so that SQLite itself tells by it whether anybody has
 * committed: its data version changes with each commit of another connection, whatever becomes of the log.
 */
final class Keeper implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;

    private Keeper(Connection connection, Statement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    static Keeper open(SqliteOpener opener) throws SQLException {
        Connection connection = opener.readOnly();
        try {
            Keeper keeper = new Keeper(connection, connection.createStatement());
            keeper.dataVersion();
            return keeper;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Equal at two moments where nothing was committed between them. */
    long dataVersion() throws SQLException {
        try (ResultSet version = statement.executeQuery("PRAGMA data_version")) {
            version.next();
            return version.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
