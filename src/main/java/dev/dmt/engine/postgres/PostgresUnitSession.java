package dev.dmt.engine.postgres;

import dev.dmt.engine.Advance;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.failpoint.Failpoint;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A unit of ours on a connection of its own; work and ledger row commit together or not at all. */
final class PostgresUnitSession implements UnitSession {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresUnitSession.class);

    private final Connection connection;
    private final LedgerTable table;
    private final Duration lease;
    private LedgerRow row;
    private volatile boolean fenced;
    private boolean closed;
    private @Nullable Future<?> beat;

    PostgresUnitSession(Connection connection, LedgerTable table, LedgerRow row, Duration lease) {
        this.connection = connection;
        this.table = table;
        this.row = row;
        this.lease = lease;
    }

    void keepLease(Future<?> newBeat) {
        beat = newBeat;
    }

    /** Called by the keeper when the unit is another's: there is no use in working on. */
    void markFenced() {
        fenced = true;
    }

    @Override
    public LedgerRow row() {
        return row;
    }

    @Override
    public void execute(List<String> statements, Advance advance) {
        transact("a statement of unit " + row.unit(), where(), advance, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return 0;
        });
    }

    @Override
    public long load(TableLoad load, InputStream chunk, Advance advance) {
        ErrorContext where = where().and("table", load.table().name().toString());
        return transact(
                "loading " + load.table().name(), where, advance, () -> new ChunkCopy(connection, load).run(chunk));
    }

    /** Deferred constraints are asked too, as a commit would. */
    @Override
    public Optional<String> refusal(TableLoad load, InputStream chunk) {
        requireOurs();
        try (Statement statement = connection.createStatement()) {
            new ChunkCopy(connection, load).run(chunk);
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            return Optional.empty();
        } catch (SQLException e) {
            if (SqlState.meaning(PostgresErrors.state(e)) != ErrorCode.DATA) {
                throw PostgresErrors.during(e, "trying rows of " + load.table().name(), where());
            }
            return Optional.of(PostgresErrors.reason(e));
        } catch (IOException e) {
            throw new DmtException(ErrorCode.TRANSIENT, "a chunk cannot be read: " + e.getMessage(), where(), e);
        } finally {
            rollBack();
        }
    }

    private long transact(String doing, ErrorContext where, Advance advance, Work work) {
        requireOurs();
        try {
            long written = work.run();
            LedgerRow advanced = advance(advance, written).orElseThrow(this::fencedOff);
            Failpoint.pass("after-copy-before-commit");
            connection.commit();
            row = advanced;
            Failpoint.pass("after-commit");
            return written;
        } catch (SQLException e) {
            rollBack();
            // What stands in the way may well be the successor's work.
            if (isAnothers()) {
                throw fencedOff();
            }
            throw PostgresErrors.during(e, doing, where);
        } catch (IOException e) {
            rollBack();
            throw new DmtException(
                    ErrorCode.TRANSIENT, doing + " failed: the chunk cannot be read: " + e.getMessage(), where, e);
        } catch (RuntimeException e) {
            rollBack();
            throw e;
        }
    }

    private Optional<LedgerRow> advance(Advance advance, long written) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.advance())) {
            statement.setBoolean(1, advance.done());
            statement.setLong(2, advance.chunk());
            if (advance.watermark().isPresent()) {
                statement.setString(3, advance.watermark().get());
            } else {
                statement.setNull(3, Types.VARCHAR);
            }
            statement.setLong(4, advance.rowsRead());
            statement.setLong(5, written);
            statement.setLong(6, advance.rowsRejected());
            statement.setLong(7, lease.toMillis());
            LeaseKeeper.bindMine(statement, 8, row);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(LedgerTable.row(result)) : Optional.empty();
            }
        }
    }

    private void requireOurs() {
        if (closed) {
            throw new DmtException(ErrorCode.INTERNAL, "the session of unit " + row.unit() + " is closed", where());
        }
        if (fenced) {
            throw fencedOff();
        }
    }

    private DmtException fencedOff() {
        fenced = true;
        return new DmtException(
                ErrorCode.FENCED,
                "another attempt has taken over unit " + row.unit() + "; nothing of this chunk was written",
                where().withHint("let the other attempt finish; this one must stop"));
    }

    private ErrorContext where() {
        return ErrorContext.at("run", row.runId()).and("unit", row.unit());
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is lost, and its transaction with it.
            LOG.debug("rolling back {} failed", row.unit(), e);
        }
    }

    private boolean isAnothers() {
        try (PreparedStatement statement = connection.prepareStatement(table.mine())) {
            LeaseKeeper.bindMine(statement, 1, row);
            try (ResultSet result = statement.executeQuery()) {
                return !result.next();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            // The connection is lost: whose the unit is shows at the next claim.
            LOG.debug("asking for {} failed", row.unit(), e);
            return false;
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (beat != null) {
            beat.cancel(false);
        }
        try (connection) {
            connection.rollback();
            if (!fenced) {
                release();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // The backend is gone, which frees the unit as well as a release would.
            LOG.debug("releasing {} failed", row.unit(), e);
        }
    }

    private void release() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.release())) {
            LeaseKeeper.bindMine(statement, 1, row);
            statement.executeUpdate();
            connection.commit();
        }
    }

    /** What goes into the transaction beside the ledger row; gives the rows written. */
    private interface Work {
        long run() throws SQLException, IOException;
    }
}
