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
    private static final long PATIENCE_MILLIS = 3_400;
    private static final long LAST_WORDS_MILLIS = 300;

    private final Cancellation cancellation;
    private final Runnable lastWords;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicInteger status = new AtomicInteger(ErrorCode.CANCELLED.exitStatus());
    private final Thread hook = new Thread(this::end, "dmt-shutdown");

    private ProcessGuard(Cancellation cancellation, Runnable lastWords) {
        this.cancellation = cancellation;
        this.lastWords = lastWords;
    }

    /** {@code lastWords} are said where the work did not end in time, and so cannot say its own. */
    static ProcessGuard watch(Session session, Runnable lastWords) {
        ProcessGuard guard = new ProcessGuard(session.cancellation(), lastWords);
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

    /** On a thread of its own: a full pipe must not keep the process from ending. */
    private void sayLastWords() throws InterruptedException {
        Thread thread = new Thread(lastWords, "dmt-last-words");
        thread.setDaemon(true);
        thread.start();
        thread.join(LAST_WORDS_MILLIS);
    }

    private void end() {
        stop("the process was told to end");
    }

    private void stop(String why) {
        cancellation.request(why);
        try {
            if (!finished.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                status.set(ErrorCode.CANCELLED.exitStatus());
                sayLastWords();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(status.get());
    }
}
