package dev.dmt.engine.jdbc;

import dev.dmt.engine.Ledger;
import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.ErrorContext;
import dev.dmt.failpoint.Failpoint;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The ledger as a table of the target. Thread-safe. */
public final class JdbcLedger implements Ledger, AutoCloseable {
    private final JdbcConnections connections;
    private final LedgerDialect dialect;
    private final TargetWork work;
    private final LeaseKeeper keeper;

    public JdbcLedger(JdbcConnections connections, LedgerDialect dialect, TargetWork work) {
        this.connections = connections;
        this.dialect = dialect;
        this.work = work;
        this.keeper = new LeaseKeeper(connections, dialect);
    }

    @Override
    public void ensure() {
        connections.with("creating the ledger", connection -> {
            dialect.ensure(connection);
            return dialect;
        });
    }

    @Override
    public Optional<LedgerRow> find(String runId, String unit) {
        return connections.with(
                "reading the ledger",
                connection -> whereThere(connection, Optional.empty(), c -> dialect.find(c, runId, unit)));
    }

    @Override
    public List<LedgerRow> list(String runId) {
        return connections.with(
                "reading the ledger", connection -> whereThere(connection, List.of(), c -> dialect.list(c, runId)));
    }

    @Override
    public void forget(String runId, List<String> units) {
        connections.with(
                "forgetting units",
                connection -> whereThere(connection, dialect, c -> {
                    dialect.forget(c, runId, units);
                    return dialect;
                }));
    }

    /** A ledger that is not there has no rows. */
    private <T> T whereThere(Connection connection, T nothing, JdbcConnections.SqlWork<T> asked) throws SQLException {
        try {
            return inTransaction(dialect, connection, asked);
        } catch (SQLException e) {
            if (connections.errors().failures().isMissingTable(e)) {
                return nothing;
            }
            throw e;
        }
    }

    @Override
    public UnitSession claim(LedgerClaim claim) {
        Connection connection = connections.borrow();
        boolean handedOver = false;
        try {
            LedgerRow row = new UnitClaim(dialect, claim, connections.errors().failures()).take(connection);
            Failpoint.pass("after-claim");
            UnitConnection held = new UnitConnection(connection, dialect, work, connections.errors());
            JdbcUnitSession session = new JdbcUnitSession(held, row, claim.lease());
            session.keepLease(keeper.keep(row, claim.lease(), session::markFenced));
            handedOver = true;
            return session;
        } catch (SQLException e) {
            throw connections
                    .errors()
                    .during(
                            e,
                            "claiming unit " + claim.unit(),
                            ErrorContext.at("run", claim.runId()).and("unit", claim.unit()));
        } finally {
            if (!handedOver) {
                giveBack(connection);
            }
        }
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // The pool drops a connection that cannot be given back; what matters has been thrown already.
            return;
        }
    }

    @Override
    public List<String> supersede(String runId, TableName target) {
        return dialect.supersede(runId, target);
    }

    @Override
    public void drop() {
        connections.with("dropping the ledger", connection -> {
            dialect.drop(connection);
            return dialect;
        });
    }

    /** Runs work in a transaction of its own. */
    static <T> T inTransaction(Transactions transactions, Connection connection, JdbcConnections.SqlWork<T> work)
            throws SQLException {
        transactions.begin(connection);
        try {
            T result = work.on(connection);
            transactions.commit(connection);
            return result;
        } catch (SQLException | RuntimeException e) {
            try {
                transactions.rollBack(connection);
            } catch (SQLException lost) {
                e.addSuppressed(lost);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        keeper.close();
    }
}
