package dev.dmt.attempt;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Someone wants the work to stop: a signal, a dead parent. Loops ask {@link #check} between chunks; whoever waits on
 * something else registers what wakes it. Thread-safe.
 */
public final class Cancellation {
    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();
    private final Set<Runnable> wakers = ConcurrentHashMap.newKeySet();

    /** What runs on cancellation; closing it takes it back. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** Asks the work to stop. The first reason stands; each waker runs once, and one that throws stops no other. */
    public void request(String why) {
        reason.compareAndSet(null, why);
        wakers.forEach(this::wake);
    }

    public boolean requested() {
        return reason.get() != null;
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason.get());
    }

    /** Throws CANCELLED once the work is to stop. */
    public void check() {
        reason().ifPresent(why -> {
            throw failure(why);
        });
    }

    /** Waits so long; throws CANCELLED as soon as the work is to stop, or the thread is interrupted. */
    public void pause(Duration time) {
        CountDownLatch stopped = new CountDownLatch(1);
        try (Registration ignored = onCancel(stopped::countDown)) {
            stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted");
        }
        check();
    }

    /** Runs an action when the work is to stop, at once if it already is. The action must be quick. */
    public Registration onCancel(Runnable action) {
        Runnable waker = () -> action.run();
        wakers.add(waker);
        if (requested()) {
            wake(waker);
        }
        return () -> wakers.remove(waker);
    }

    public static DmtException failure(String why) {
        return new DmtException(
                ErrorCode.CANCELLED,
                "stopped: " + why,
                ErrorContext.hint("run the same command again: it goes on from the last chunk that was committed"));
    }

    private void wake(Runnable waker) {
        if (wakers.remove(waker)) {
            try {
                waker.run();
            } catch (RuntimeException ignored) {
                // The others must still hear of it, and the work is ending anyway.
            }
        }
    }
}
