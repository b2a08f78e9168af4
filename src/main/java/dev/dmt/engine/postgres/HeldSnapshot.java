package dev.dmt.engine.postgres;

import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One state of a database, kept by a transaction that does nothing else, for all readers of the process to enter. */
final class HeldSnapshot implements AutoCloseable {
    private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private final JdbcConnections connections;
    private final Connection holder;
    private final String name;

    private HeldSnapshot(JdbcConnections connections, Connection holder, String name) {
        this.connections = connections;
        this.holder = holder;
        this.name = name;
    }

    static HeldSnapshot take(JdbcConnections connections) {
        Connection holder = connections.borrow();
        try (Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(BEGIN);
            try (ResultSet result = statement.executeQuery("SELECT pg_catalog.pg_export_snapshot()")) {
                result.next();
                return new HeldSnapshot(connections, holder, result.getString(1));
            }
        } catch (SQLException e) {
            connections.discard(holder);
            throw PostgresErrors.during(e, "taking a snapshot of the source", ErrorContext.NONE);
        }
    }

    /** Puts a fresh connection into a transaction that sees this state; it leaves it when it goes back to its pool. */
    void enter(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(BEGIN);
            statement.execute("SET TRANSACTION SNAPSHOT " + PostgresIdentifiers.literal(name));
        } catch (SQLException e) {
            throw new DmtException(
                    ErrorCode.TRANSIENT,
                    "the source's snapshot is gone: " + PostgresErrors.reason(e),
                    ErrorContext.hint("run the same again: it takes a new snapshot and goes on where it stopped"),
                    e);
        }
    }

    @Override
    public void close() {
        connections.discard(holder);
    }
}
