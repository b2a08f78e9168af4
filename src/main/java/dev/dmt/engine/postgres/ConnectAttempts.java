package dev.dmt.engine.postgres;

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

    private final DatabaseConfig config;
    private final RetryPolicy policy;

    ConnectAttempts(DatabaseConfig config) {
        this(config, RetryPolicy.STANDARD);
    }

    ConnectAttempts(DatabaseConfig config, RetryPolicy policy) {
        this.config = config;
        this.policy = policy;
    }

    <T> T run(Attempt<T> attempt) {
        for (int number = 1; ; number++) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                DmtException failure = PostgresErrors.connecting(e, config);
                if (!failure.code().retryable()) {
                    throw failure;
                }
                if (number == policy.tries()) {
                    throw PostgresErrors.gaveUp(failure, policy.tries(), config);
                }
                LOG.info("{}; trying again ({} of {})", failure.getMessage(), number + 1, policy.tries());
                pause(number);
            }
        }
    }

    private void pause(int number) {
        try {
            TimeUnit.MILLISECONDS.sleep(policy.pauseAfter(number).toMillis());
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
