package dev.dmt.step;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Tries again what failed for a passing reason: three times in all, waiting longer each time, with jitter. What failed
 * because the work is to stop is not tried again.
 */
final class Retry {
    private static final int ATTEMPTS = 3;
    private static final long FIRST_WAIT_MILLIS = 500;

    private Retry() {}

    static <T> T transientFailures(Cancellation cancellation, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DmtException e) {
                if (attempt == ATTEMPTS || !isPassing(e.code())) {
                    throw e;
                }
                cancellation.check();
                pause(FIRST_WAIT_MILLIS << (attempt - 1));
                cancellation.check();
            }
        }
    }

    private static boolean isPassing(ErrorCode code) {
        return code == ErrorCode.TRANSIENT || code == ErrorCode.UNREACHABLE;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis + ThreadLocalRandom.current().nextLong(millis / 2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DmtException(ErrorCode.CANCELLED, "interrupted while waiting to try again");
        }
    }
}
