package dev.dmt.transfer;

import dev.dmt.attempt.Cancellation;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.transfer.shard.Shard;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands shards from the thread that exports to the one that loads; at most one waits. Whichever side ends, the other hears
 * of it. Thread-safe, for one of each side.
 */
final class ShardQueue {
    private static final long GLANCE_MILLIS = 50;

    private final Cancellation cancellation;
    private @Nullable Shard waiting;
    private @Nullable DmtException failure;
    private boolean ended;
    private volatile boolean stopped;

    ShardQueue(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /** Waits for room; throws CANCELLED where nobody will take the shard any more. */
    synchronized void put(Shard shard) {
        try {
            while (waiting != null) {
                checkWanted();
                wait(GLANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        checkWanted();
        waiting = shard;
        notifyAll();
    }

    /** Throws CANCELLED where the loader has gone. */
    void checkWanted() {
        cancellation.check();
        if (stopped) {
            throw Cancellation.failure("the loader has ended");
        }
    }

    /** The exporter has nothing more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The exporter cannot go on. */
    synchronized void fail(Throwable cause) {
        failure = cause instanceof DmtException known
                ? known
                : new DmtException(
                        ErrorCode.INTERNAL,
                        "exporting failed in a way that was not foreseen: " + cause,
                        ErrorContext.hint("report this as a bug, with the log"),
                        cause);
        notifyAll();
    }

    /** The next shard, empty at the end; the exporter's failure once all it had made was taken. */
    synchronized Optional<Shard> take() {
        try {
            while (waiting == null && !ended && failure == null) {
                cancellation.check();
                wait(GLANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        cancellation.check();
        Shard shard = waiting;
        if (shard == null && failure != null) {
            throw failure;
        }
        waiting = null;
        notifyAll();
        return Optional.ofNullable(shard);
    }

    /** The loader wants nothing more. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private static DmtException interrupted() {
        Thread.currentThread().interrupt();
        return Cancellation.failure("interrupted");
    }
}
