package dev.dmt.attempt;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * How often something that failed in passing is tried, and how long is waited in between: twice as long each time, spread
 * by chance so that many do not come back at once.
 */
public record RetryPolicy(int tries, Duration first, Duration longest) {
    public static final RetryPolicy STANDARD = new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(30));

    /** True for a failure that may be gone the next time. */
    public static boolean isPassing(DmtException failure) {
        return failure.code() == ErrorCode.TRANSIENT || failure.code() == ErrorCode.UNREACHABLE;
    }

    /** The pause after the n-th failure in a row, from 1. */
    public Duration pauseAfter(int failures) {
        long millis = Math.min(longest.toMillis(), first.toMillis() << Math.min(20, failures - 1));
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }

    /** Does work that may be repeated as a whole until it succeeds, fails for good or has been tried often enough. */
    public <T> T run(Cancellation cancellation, Supplier<T> work) {
        for (int failures = 1; ; failures++) {
            try {
                return work.get();
            } catch (DmtException e) {
                if (failures >= tries || !isPassing(e)) {
                    throw e;
                }
            }
            cancellation.pause(pauseAfter(failures));
        }
    }
}
