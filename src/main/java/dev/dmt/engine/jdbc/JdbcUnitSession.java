package dev.dmt.engine.jdbc;

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
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A unit of ours on a connection of its own; work and ledger row commit together or not at all. */
final class JdbcUnitSession implements UnitSession {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcUnitSession.class);

    private final Connection connection;
    private final LedgerDialect ledger;
    private final TargetWork target;
    private final JdbcErrors errors;
    private final Duration lease;
    private LedgerRow row;
    private volatile boolean fenced;
    private boolean closed;
    private @Nullable Future<?> beat;

    JdbcUnitSession(UnitConnection held, LedgerRow row, Duration lease) {
        this.connection = held.connection();
        this.ledger = held.ledger();
        this.target = held.work();
        this.errors = held.errors();
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
        transact("a statement of unit " + row.unit(), where(), () -> advance, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                for (String sql : statements) {
                    requireFence();
                    target.execute(statement, sql);
                }
            }
            return 0;
        });
    }

    /** Where a statement commits by itself the row at the end comes too late to undo it: so it is asked for before, too. */
    private void requireFence() throws SQLException {
        if (ledger.ddlIsTransactional()) {
            return;
        }
        if (!ledger.hold(connection, row)) {
            throw fencedOff();
        }
    }

    @Override
    public long load(TableLoad load, InputStream chunk, Supplier<Advance> advance) {
        ErrorContext where = where().and("table", load.table().name().toString());
        return transact("loading " + load.table().name(), where, advance, () -> target.load(connection, load, chunk));
    }

    /** Deferred constraints are asked too, as a commit would. */
    @Override
    public Optional<String> refusal(TableLoad load, InputStream chunk) {
        requireOurs();
        try {
            ledger.begin(connection);
            target.load(connection, load, chunk);
            target.settle(connection);
            return Optional.empty();
        } catch (SQLException e) {
            if (errors.failures().meaning(e) != ErrorCode.DATA) {
                throw errors.during(e, "trying rows of " + load.table().name(), where());
            }
            return Optional.of(errors.reason(e));
        } catch (IOException e) {
            throw new DmtException(ErrorCode.TRANSIENT, "a chunk cannot be read: " + e.getMessage(), where(), e);
        } finally {
            rollBack();
        }
    }

    private long transact(String doing, ErrorContext where, Supplier<Advance> advance, Work work) {
        requireOurs();
        try {
            ledger.begin(connection);
            long written = work.run();
            Advance reached = advance.get();
            LedgerRow advanced = ledger.advance(connection, row, new LedgerDialect.Step(reached, written, lease))
                    .orElseThrow(this::fencedOff);
            if (reached.note().isPresent()) {
                ledger.note(connection, reached.note().get());
            }
            Failpoint.pass("after-copy-before-commit");
            ledger.commit(connection);
            row = advanced;
            Failpoint.pass("after-commit");
            return written;
        } catch (SQLException e) {
            rollBack();
            // What stands in the way may well be the successor's work.
            if (isAnothers()) {
                throw fencedOff();
            }
            throw errors.during(e, doing, where);
        } catch (IOException e) {
            rollBack();
            throw new DmtException(
                    ErrorCode.TRANSIENT, doing + " failed: the chunk cannot be read: " + e.getMessage(), where, e);
        } catch (RuntimeException e) {
            rollBack();
            throw e;
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
            ledger.rollBack(connection);
        } catch (SQLException e) {
            // The connection is lost, and its transaction with it.
            LOG.debug("rolling back {} failed", row.unit(), e);
        }
    }

    private boolean isAnothers() {
        try {
            return !JdbcLedger.inTransaction(ledger, connection, c -> ledger.isMine(c, row));
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
            ledger.rollBack(connection);
            if (!fenced) {
                JdbcLedger.inTransaction(ledger, connection, this::release);
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // The session is gone, which frees the unit as well as a release would.
            LOG.debug("releasing {} failed", row.unit(), e);
        }
    }

    private LedgerRow release(Connection held) throws SQLException {
        ledger.release(held, row);
        return row;
    }

    /** What goes into the transaction beside the ledger row; gives the rows written. */
    private interface Work {
        long run() throws SQLException, IOException;
    }
}
