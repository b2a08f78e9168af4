package dev.dmt.validate;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work beside the caller's own, on a thread that is gone when this is closed. */
final class SidePass implements AutoCloseable {
    private final FutureTask<Boolean> task;
    private final Thread thread;

    private SidePass(String name, Runnable work) {
        task = new FutureTask<>(work, true);
        thread = new Thread(task, name);
        thread.setDaemon(true);
    }

    static SidePass start(String name, Runnable work) {
        SidePass pass = new SidePass(name, work);
        pass.thread.start();
        return pass;
    }

    /** Waits for the work's end; what it threw is thrown here. */
    void await() {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DmtException(ErrorCode.CANCELLED, "validation was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Stops work that nobody awaits any more, and waits until it has: it uses connections that are about to close. */
    @Override
    public void close() {
        if (!task.isDone()) {
            thread.interrupt();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
