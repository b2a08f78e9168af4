package dev.dmt.attempt;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks side by side, each to its end before its worker takes the next in the order given. The first failure stops
 * all others; {@link #run} returns or throws only when every task it began has ended. Used once; thread-safe.
 */
public final class WorkerPool<T> {
    private final int workers;
    private final Map<Task<T>, T> results = new LinkedHashMap<>();
    private final List<DmtException> failures = new ArrayList<>();
    private final List<Task<T>> running = new ArrayList<>();
    private List<Task<T>> tasks = List.of();
    private int next;
    private @Nullable String cancelled;

    public WorkerPool(int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("a pool needs a worker, not " + workers);
        }
        this.workers = workers;
    }

    /** The results in the order of the tasks; throws the first failure otherwise, CANCELLED if cancelled. */
    public List<T> run(List<? extends Task<T>> work, Cancellation cancellation) {
        cancellation.check();
        tasks = List.copyOf(work);
        try (Cancellation.Registration ignored =
                cancellation.onCancel(() -> cancel(cancellation.reason().orElse("asked to")))) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < Math.min(workers, tasks.size()); i++) {
                Thread thread = new Thread(this::work, "worker-" + (i + 1));
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
            awaitAll(threads);
        }
        return outcome();
    }

    private void cancel(String why) {
        List<Task<T>> toStop;
        synchronized (this) {
            cancelled = why;
            toStop = List.copyOf(running);
        }
        toStop.forEach(task -> task.cancel(why));
    }

    private void work() {
        Optional<Task<T>> task = take();
        while (task.isPresent()) {
            run(task.get());
            task = take();
        }
    }

    private void run(Task<T> task) {
        try {
            succeeded(task, task.run());
        } catch (DmtException e) {
            failed(task, e);
        } catch (RuntimeException | Error e) {
            failed(
                    task,
                    new DmtException(
                            ErrorCode.INTERNAL,
                            task.name() + " failed in a way that was not foreseen: " + e,
                            ErrorContext.at("task", task.name()).withHint("report this as a bug, with the log"),
                            e));
        }
    }

    private synchronized Optional<Task<T>> take() {
        if (cancelled != null || next >= tasks.size() || !failures.isEmpty()) {
            return Optional.empty();
        }
        Task<T> task = tasks.get(next++);
        running.add(task);
        return Optional.of(task);
    }

    private synchronized void succeeded(Task<T> task, T result) {
        running.remove(task);
        results.put(task, result);
    }

    private void failed(Task<T> task, DmtException failure) {
        List<Task<T>> toStop;
        synchronized (this) {
            running.remove(task);
            failures.add(failure);
            toStop = failures.size() == 1 ? List.copyOf(running) : List.of();
        }
        toStop.forEach(other -> other.cancel(task.name() + " failed"));
    }

    private void awaitAll(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancel("interrupted");
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<T> outcome() {
        if (!failures.isEmpty()) {
            DmtException first = failures.get(0);
            failures.stream()
                    .skip(1)
                    .filter(other -> other.code() != ErrorCode.CANCELLED)
                    .forEach(first::addSuppressed);
            throw first;
        }
        if (cancelled != null && results.size() < tasks.size()) {
            throw Cancellation.failure(cancelled);
        }
        return tasks.stream()
                .flatMap(task -> Optional.ofNullable(results.get(task)).stream())
                .toList();
    }
}
