package dev.dmt.transfer;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody's wish that work should stop. Thread-safe. */
public final class Cancellation {
    private final CountDownLatch requested = new CountDownLatch(1);

    public void request() {
        requested.countDown();
    }

    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Throws CANCELLED once it was requested. */
    public void check() {
        if (isRequested()) {
            throw cancelled();
        }
    }

    /** Waits so long; throws CANCELLED as soon as that is requested, or the thread interrupted. */
    public void pause(Duration time) {
        try {
            if (requested.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw cancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        }
    }

    static DmtException cancelled() {
        return new DmtException(
                ErrorCode.CANCELLED,
                "stopped as asked; all that was committed stays",
                ErrorContext.hint("run the same command again: it goes on where it stopped"));
    }
}
