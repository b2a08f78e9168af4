package dev.dmt.survival;

import java.util.function.BooleanSupplier;

/** Waits for something that must happen: as long as it takes, but not for ever. */
final class Waiting {
    private static final long LONGEST_NANOS = 120_000_000_000L;

    private Waiting() {}

    static void until(String what, BooleanSupplier happened) {
        long start = System.nanoTime();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST_NANOS) {
                throw new AssertionError("never happened: " + what);
            }
            Thread.onSpinWait();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
