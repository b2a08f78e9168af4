package dev.dmt.transfer;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often something that failed in passing is tried, and how long is waited in between: twice as long each time, spread
 * by chance so that many do not come back at once.
 */
public record RetryPolicy(int tries, Duration first, Duration longest) {
    public static final RetryPolicy STANDARD = new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(30));

    /** The pause after the n-th failure in a row, from 1. */
    public Duration pauseAfter(int failures) {
        long millis = Math.min(longest.toMillis(), first.toMillis() << Math.min(20, failures - 1));
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }
}
