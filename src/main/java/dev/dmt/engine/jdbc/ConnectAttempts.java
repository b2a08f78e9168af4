package dev.dmt.engine.jdbc;

import dev.dmt.attempt.RetryPolicy;
import dev.dmt.config.DatabaseConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a connection three times, each pause twice the last and blurred, so that many workers do not return as one. */
final class ConnectAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectAttempts.class);

    private static final RetryPolicy POLICY = RetryPolicy.STANDARD;

    private final DatabaseConfig config;
    private final JdbcErrors errors;

    ConnectAttempts(DatabaseConfig config, JdbcErrors errors) {
        this.config = config;
        this.errors = errors;
    }

    <T> T run(Attempt<T> attempt) {
        for (int number = 1; ; number++) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                DmtException failure = errors.connecting(e, config);
                if (!failure.code().retryable()) {
                    throw failure;
                }
                if (number == POLICY.tries()) {
                    throw errors.gaveUp(failure, POLICY.tries(), config);
                }
                LOG.info("{}; trying again ({} of {})", failure.getMessage(), number + 1, POLICY.tries());
                pause(number);
            }
        }
    }

    private void pause(int number) {
        try {
            TimeUnit.MILLISECONDS.sleep(POLICY.pauseAfter(number).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DmtException(ErrorCode.CANCELLED, "interrupted while connecting to " + config.describe());
        }
    }

    /** One try at a connection. */
    interface Attempt<T> {
        T run() throws SQLException;
    }
}
