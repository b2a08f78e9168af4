package dev.dmt.engine.postgres;

import dev.dmt.engine.SharedSnapshot;
import dev.dmt.engine.SnapshotHolder;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** One state of a database, kept by a transaction that does nothing else, for all readers of the process to enter. */
final class HeldSnapshot implements SnapshotHolder, AutoCloseable {
    /** Asked before the snapshot is taken: what it does not show was begun, or will be, no earlier. */
    private static final String MOMENT = "SELECT least(clock_timestamp(),"
            + " (SELECT min(xact_start) FROM pg_catalog.pg_stat_activity WHERE backend_type = 'client backend'"
            + " AND datname = current_database() AND pid <> pg_backend_pid()),"
            + " (SELECT min(prepared) FROM pg_catalog.pg_prepared_xacts WHERE database = current_database()))";

    private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private final JdbcConnections connections;
    private final Optional<Connection> holder;
    private final SharedSnapshot shared;

    private HeldSnapshot(JdbcConnections connections, Optional<Connection> holder, SharedSnapshot shared) {
        this.connections = connections;
        this.holder = holder;
        this.shared = shared;
    }

    /** One that another process keeps. */
    static HeldSnapshot elsewhere(JdbcConnections connections, SharedSnapshot shared) {
        return new HeldSnapshot(connections, Optional.empty(), shared);
    }

    static HeldSnapshot take(JdbcConnections connections) {
        Connection holder = connections.borrow();
        try (Statement statement = holder.createStatement()) {
            Instant moment = moment(statement);
            holder.setAutoCommit(false);
            statement.execute(BEGIN);
            try (ResultSet result = statement.executeQuery("SELECT pg_catalog.pg_export_snapshot()")) {
                result.next();
                return new HeldSnapshot(
                        connections, Optional.of(holder), new SharedSnapshot(result.getString(1), moment));
            }
        } catch (SQLException e) {
            connections.discard(holder);
            throw PostgresErrors.during(e, "taking a snapshot of the source", ErrorContext.NONE);
        }
    }

    private static Instant moment(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery(MOMENT)) {
            result.next();
            return result.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    @Override
    public SharedSnapshot snapshot() {
        return shared;
    }

    boolean isOurs() {
        return holder.isPresent();
    }

    /** The transaction that keeps it does nothing else, so it can be asked at any time. */
    @Override
    public void requireHeld() {
        try (Statement statement = holder.orElseThrow(this::gone).createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            throw PostgresErrors.during(e, "keeping the source's snapshot", ErrorContext.NONE);
        }
    }

    private DmtException gone() {
        return new DmtException(
                ErrorCode.DATA,
                "the snapshot " + shared.id() + " of " + shared.moment() + ", which another process held, is gone",
                ErrorContext.at("snapshot", shared.id())
                        .withHint(
                                "that state of the source cannot be had again: run `dmt snapshot hold` anew, and begin a"
                                        + " new run, or `dmt reset extract-schema` to begin this one anew"));
    }

    /** Puts a fresh connection into a transaction that sees this state; it leaves it when it goes back to its pool. */
    void enter(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(BEGIN);
            statement.execute("SET TRANSACTION SNAPSHOT " + PostgresIdentifiers.literal(shared.id()));
        } catch (SQLException e) {
            if (!isOurs() && e.getSQLState() != null && !e.getSQLState().startsWith("08")) {
                throw gone();
            }
            throw new DmtException(
                    ErrorCode.TRANSIENT,
                    "the source's snapshot is gone: " + PostgresErrors.reason(e),
                    ErrorContext.hint("run the same again: it takes a new snapshot and goes on where it stopped"),
                    e);
        }
    }

    @Override
    public void close() {
        holder.ifPresent(connections::discard);
    }
}
