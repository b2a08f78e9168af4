package dev.dmt.engine.mysql;

import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.engine.jdbc.JdbcErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Where a reader has its connections from. Thread-safe. */
interface Sessions {
    Connection borrow();

    void giveBack(Connection connection);

    /** Takes a connection back on which a result has not been read to its end. */
    void stop(Connection connection, Statement statement);

    JdbcErrors errors();

    /** Of a pool, to which it does not matter which of its connections is used. */
    static Sessions of(JdbcConnections connections) {
        return new Sessions() {
            @Override
            public Connection borrow() {
                return connections.borrow();
            }

            @Override
            public void giveBack(Connection connection) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    connections.discard(connection);
                }
            }

            // A connection is cheap, and the driver would read a result to its end before it lets go.
            @Override
            public void stop(Connection connection, Statement statement) {
                try {
                    connection.unwrap(Connection.class).abort(Runnable::run);
                } catch (SQLException e) {
                    // It is gone already, which is all that is wanted.
                    return;
                } finally {
                    connections.discard(connection);
                }
            }

            @Override
            public JdbcErrors errors() {
                return connections.errors();
            }
        };
    }
}
