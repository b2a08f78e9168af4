package dev.dmt.engine.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** How a transaction begins and ends; an engine whose driver does it in ways of its own says so here. */
public interface Transactions {
    /** Begins a transaction; the last has been ended. What commits by itself in the middle of one begins the next. */
    default void begin(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            connection.setAutoCommit(false);
        }
    }

    default void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    /** Also called where no transaction is under way, which is no error. */
    default void rollBack(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }
}
