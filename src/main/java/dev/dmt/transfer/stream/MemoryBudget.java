package dev.dmt.transfer.stream;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that all units together may have on their way, beyond the little that each has of its own. Nobody waits here: a
 * unit that gets nothing goes on with what it has. Thread-safe.
 */
public final class MemoryBudget {
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** So many bytes, but never more than a quarter of what the process may have. */
    public static MemoryBudget within(long wanted) {
        return new MemoryBudget(Math.min(wanted, Runtime.getRuntime().maxMemory() / 4));
    }

    /** Takes so many bytes, or nothing where that is too many. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) > limit) {
            taken.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Bytes on their way now. */
    public long taken() {
        return taken.get();
    }
}
