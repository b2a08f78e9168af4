package dev.dmt.engine.postgres;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a connection three times, each pause twice the last and blurred, so that many workers do not return as one. */
final class ConnectAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectAttempts.class);
    private static final int TRIES = 3;

    private final DatabaseConfig config;
    private final Duration firstPause;

    ConnectAttempts(DatabaseConfig config) {
        this(config, Duration.ofMillis(500));
    }

    ConnectAttempts(DatabaseConfig config, Duration firstPause) {
        this.config = config;
        this.firstPause = firstPause;
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
                if (number == TRIES) {
                    throw PostgresErrors.gaveUp(failure, TRIES, config);
                }
                LOG.info("{}; trying again ({} of {})", failure.getMessage(), number + 1, TRIES);
                pause(number);
            }
        }
    }

    private void pause(int number) {
        long base = firstPause.toMillis() << (number - 1);
        try {
            TimeUnit.MILLISECONDS.sleep(base + ThreadLocalRandom.current().nextLong(base / 2 + 1));
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
