package dev.dmt.transfer;

import java.util.function.Consumer;

/** The thread that reads for the one that loads. */
final class Companion {
    private static final long PATIENCE_MILLIS = 10_000;

    private final Thread thread;

    private Companion(Thread thread) {
        this.thread = thread;
    }

    /** @param onFailure told what the work has thrown */
    static Companion start(String name, Runnable work, Consumer<Throwable> onFailure) {
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                onFailure.accept(e);
            }
        };
        Thread thread = new Thread(guarded, name);
        thread.setDaemon(true);
        thread.start();
        return new Companion(thread);
    }

    /** Waits for it to end, within reason. */
    void await() {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
