package dev.dmt.engine.postgres;

import dev.dmt.engine.LedgerRow;
import dev.dmt.error.DmtException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews the leases of all open sessions, on a thread and a connection of its own. Thread-safe. */
final class LeaseKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final PostgresConnections connections;
    private final LedgerTable table;
    private final ScheduledThreadPoolExecutor executor;

    LeaseKeeper(PostgresConnections connections, LedgerTable table) {
        this.connections = connections;
        this.table = table;
        this.executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "dmt-lease-keeper");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
    }

    /**
     * Keeps a lease until the future is cancelled.
     *
     * @param onLost called, on the keeper's thread, once the unit is another's
     */
    ScheduledFuture<?> keep(LedgerRow claimed, Duration lease, Runnable onLost) {
        long pause = Math.max(1, lease.toMillis() / 3);
        return executor.scheduleAtFixedRate(() -> renew(claimed, lease, onLost), pause, pause, TimeUnit.MILLISECONDS);
    }

    private void renew(LedgerRow claimed, Duration lease, Runnable onLost) {
        try (Connection connection = connections.borrow()) {
            if (!renew(connection, claimed, lease)) {
                onLost.run();
            }
        } catch (SQLException | DmtException e) {
            // The next beat tries again; if all fail the lease runs out and the epoch decides.
            LOG.debug("the lease of {} could not be renewed", claimed.unit(), e);
        }
    }

    private boolean renew(Connection connection, LedgerRow claimed, Duration lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.renew())) {
            statement.setQueryTimeout((int) Math.max(1, lease.toSeconds() / 3));
            bindMine(statement, 1, claimed);
            statement.setLong(4, lease.toMillis());
            bindMine(statement, 5, claimed);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    static void bindMine(PreparedStatement statement, int first, LedgerRow row) throws SQLException {
        statement.setString(first, row.runId());
        statement.setString(first + 1, row.unit());
        statement.setLong(first + 2, row.epoch());
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
