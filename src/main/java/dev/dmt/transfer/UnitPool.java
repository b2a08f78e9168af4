package dev.dmt.transfer;

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
 * Runs units side by side, each to its end before its worker takes the next in the order given. The first failure stops
 * all others, unless failures are to be collected. Used once; thread-safe.
 */
public final class UnitPool {
    private final int workers;
    private final boolean collectFailures;
    private final Map<String, UnitResult> results = new LinkedHashMap<>();
    private final Map<String, DmtException> failures = new LinkedHashMap<>();
    private final List<UnitTask> running = new ArrayList<>();
    private List<? extends UnitTask> tasks = List.of();
    private int next;
    private boolean cancelled;
    private @Nullable DmtException first;

    public UnitPool(int workers, boolean collectFailures) {
        if (workers < 1) {
            throw new IllegalArgumentException("a pool needs a worker, not " + workers);
        }
        this.workers = workers;
        this.collectFailures = collectFailures;
    }

    /** Returns when all units have ended; throws the first failure unless failures are collected, CANCELLED if cancelled. */
    public PoolResult run(List<? extends UnitTask> units) {
        tasks = List.copyOf(units);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(workers, tasks.size()); i++) {
            Thread thread = new Thread(this::work, "unit-" + (i + 1));
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        awaitAll(threads);
        return outcome();
    }

    /** Stops all units; {@link #run} then throws CANCELLED. */
    public void cancel() {
        List<UnitTask> toStop;
        synchronized (this) {
            cancelled = true;
            toStop = List.copyOf(running);
        }
        toStop.forEach(UnitTask::cancel);
    }

    private void work() {
        Optional<UnitTask> task = take();
        while (task.isPresent()) {
            run(task.get());
            task = take();
        }
    }

    private void run(UnitTask task) {
        try {
            succeeded(task, task.run());
        } catch (DmtException e) {
            failed(task, e);
        } catch (RuntimeException | Error e) {
            failed(
                    task,
                    new DmtException(
                            ErrorCode.INTERNAL,
                            "unit " + task.unit() + " failed in a way that was not foreseen: " + e,
                            ErrorContext.at("unit", task.unit()).withHint("report this as a bug, with the log"),
                            e));
        }
    }

    private synchronized Optional<UnitTask> take() {
        if (cancelled || next >= tasks.size() || (first != null && !collectFailures)) {
            return Optional.empty();
        }
        UnitTask task = tasks.get(next++);
        running.add(task);
        return Optional.of(task);
    }

    private synchronized void succeeded(UnitTask task, UnitResult result) {
        running.remove(task);
        results.put(task.unit(), result);
    }

    private void failed(UnitTask task, DmtException failure) {
        List<UnitTask> toStop = List.of();
        synchronized (this) {
            running.remove(task);
            failures.put(task.unit(), failure);
            if (first == null) {
                first = failure;
                toStop = collectFailures ? List.of() : List.copyOf(running);
            }
        }
        toStop.forEach(UnitTask::cancel);
    }

    private void awaitAll(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancel();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized PoolResult outcome() {
        boolean failed = first != null && first.code() != ErrorCode.CANCELLED;
        if (cancelled && !failed && results.size() < tasks.size()) {
            throw Cancellation.cancelled();
        }
        if (first != null && !collectFailures) {
            for (DmtException other : failures.values()) {
                if (other != first && other.code() != ErrorCode.CANCELLED) {
                    first.addSuppressed(other);
                }
            }
            throw first;
        }
        List<UnitResult> ordered = tasks.stream()
                .flatMap(task -> Optional.ofNullable(results.get(task.unit())).stream())
                .toList();
        return new PoolResult(ordered, failures);
    }
}
