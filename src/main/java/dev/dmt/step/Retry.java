package dev.dmt.step;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Tries again what failed for a passing reason: three times in all, waiting longer each time, with jitter. */
final class Retry {
    private static final int ATTEMPTS = 3;
    private static final long FIRST_WAIT_MILLIS = 500;

    private Retry() {}

    static <T> T transientFailures(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DmtException e) {
                if (attempt == ATTEMPTS || !isPassing(e.code())) {
                    throw e;
                }
                pause(FIRST_WAIT_MILLIS << (attempt - 1));
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
