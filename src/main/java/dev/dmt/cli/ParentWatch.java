package dev.dmt.cli;

import java.io.IOException;
import java.util.function.Consumer;

/** Notices that nobody waits for this process any more. */
final class ParentWatch {
    private static final long EVERY_MILLIS = 250;

    private ParentWatch() {}

    /** Tells when the parent process has died. */
    static void parent(Consumer<String> tell) {
        // The first process of a container has none that could die before it.
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> start("dmt-parent-watch", () -> {
                    while (adoptedBy(parent)) {
                        Thread.sleep(EVERY_MILLIS);
                    }
                    tell.accept("the parent process has died");
                }));
    }

    /** Tells when standard input has come to its end; what it brings until then is thrown away. */
    static void standardInput(Consumer<String> tell) {
        start("dmt-stdin-watch", () -> {
            byte[] ignored = new byte[1024];
            while (System.in.read(ignored) >= 0) {
                // Only the end matters.
            }
            tell.accept("standard input was closed");
        });
    }

    // Asked anew each time: an orphan is handed to another parent, and a process id may be given out again.
    private static boolean adoptedBy(ProcessHandle parent) {
        return ProcessHandle.current().parent().filter(parent::equals).isPresent() && parent.isAlive();
    }

    private static void start(String name, Watch watch) {
        Thread thread = new Thread(
                () -> {
                    try {
                        watch.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (IOException e) {
                        // Standard input that cannot be read says nothing about the parent.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private interface Watch {
        void run() throws InterruptedException, IOException;
    }
}
