package dev.dmt.engine.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** How one database is connected to. Thread-safe. */
public interface JdbcDriver {
    /** A new connection, its session set up: whatever server, role or database may have set otherwise. */
    Connection connect() throws SQLException;

    SqlFailures failures();

    /** Refuses, with a {@link dev.dmt.error.DmtException}, a server that is too old or is another product. */
    default void requireSupported(Connection connection) throws SQLException {}

    /**
     * Asks the server to give up what it does on the connection at this moment, from another thread; takes no notice where
     * nothing runs. An engine whose driver cannot do so leaves it to the cutting of the connection, which follows.
     */
    default void cancel(Connection connection) throws SQLException {}
}
