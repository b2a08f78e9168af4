package dev.dmt.cli;

import dev.dmt.attempt.Cancellation;
import dev.dmt.error.ErrorCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends the process cleanly when somebody wants it ended: on SIGTERM and SIGINT, and on the parent's death where asked. The
 * work is told to stop and has a few seconds to write its checkpoint; then the JVM halts whether it did or not.
 */
final class ProcessGuard {
    private static final long PATIENCE_MILLIS = 3_500;

    private final Cancellation cancellation;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicInteger status = new AtomicInteger(ErrorCode.CANCELLED.exitStatus());
    private final Thread hook = new Thread(this::end, "dmt-shutdown");

    private ProcessGuard(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    static ProcessGuard watch(Session session) {
        ProcessGuard guard = new ProcessGuard(session.cancellation());
        if (session.surroundings().ownsProcess()) {
            Runtime.getRuntime().addShutdownHook(guard.hook);
            if (session.flags().dieWithParent) {
                ParentWatch.parent(guard::stop);
            }
            if (session.flags().dieWithStdin) {
                ParentWatch.standardInput(guard::stop);
            }
        }
        return guard;
    }

    /** The work has ended by itself and has written all it had to write. */
    void finished(int exitStatus) {
        status.set(exitStatus);
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The hook is running, and has just been let go.
        }
    }

    private void end() {
        stop("the process was told to end");
    }

    private void stop(String why) {
        cancellation.request(why);
        try {
            if (!finished.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                status.set(ErrorCode.CANCELLED.exitStatus());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(status.get());
    }
}
