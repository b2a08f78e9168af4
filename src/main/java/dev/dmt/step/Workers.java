package dev.dmt.step;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Runs independent pieces of work, so many at a time. The first failure stops what has not begun. */
final class Workers {
    private final int count;
    private final Cancellation cancellation;

    Workers(int count, Cancellation cancellation) {
        this.count = count;
        this.cancellation = cancellation;
    }

    int count() {
        return count;
    }

    /** One piece of work, named for its thread. */
    record Task<T>(String name, Supplier<T> work) {}

    /** The results in the order of the tasks; the first failure by that order otherwise. */
    <T> List<T> all(List<Task<T>> tasks) {
        if (tasks.size() <= 1 || count == 1) {
            return tasks.stream().map(this::run).toList();
        }
        AtomicInteger number = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.min(count, tasks.size()), work -> new Thread(work, "worker-" + number.incrementAndGet()));
        try (Cancellation.Registration ignored = cancellation.onCancel(pool::shutdownNow)) {
            List<Future<T>> futures = new ArrayList<>();
            for (Task<T> task : tasks) {
                futures.add(pool.submit(() -> run(task)));
            }
            return collect(futures);
        } finally {
            pool.shutdownNow();
        }
    }

    private <T> T run(Task<T> task) {
        cancellation.check();
        return task.work().get();
    }

    private static <T> List<T> collect(List<Future<T>> futures) {
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            futures.forEach(future -> future.cancel(true));
            if (e.getCause() instanceof DmtException known) {
                throw known;
            }
            throw new DmtException(ErrorCode.INTERNAL, "unexpected: " + e.getCause(), ErrorContext.NONE, e.getCause());
        } catch (InterruptedException e) {
            futures.forEach(future -> future.cancel(true));
            Thread.currentThread().interrupt();
            throw new DmtException(ErrorCode.CANCELLED, "interrupted", ErrorContext.NONE, e);
        } catch (CancellationException e) {
            throw new DmtException(ErrorCode.CANCELLED, "cancelled", ErrorContext.NONE, e);
        }
    }
}
