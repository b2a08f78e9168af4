package dev.dmt.engine.jdbc;

import dev.dmt.engine.LedgerRow;
import dev.dmt.error.DmtException;
import java.sql.Connection;
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

    private final JdbcConnections connections;
    private final LedgerDialect dialect;
    private final ScheduledThreadPoolExecutor executor;

    LeaseKeeper(JdbcConnections connections, LedgerDialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
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
            if (!JdbcLedger.inTransaction(dialect, connection, c -> dialect.renew(c, claimed, lease))) {
                onLost.run();
            }
        } catch (SQLException | DmtException e) {
            // The next beat tries again; if all fail the lease runs out and the epoch decides.
            LOG.debug("the lease of {} could not be renewed", claimed.unit(), e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
