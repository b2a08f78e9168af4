package dev.dmt.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far one unit is. Guarded by the {@link ProgressBoard} that holds it. */
final class UnitProgress {
    private final String name;
    private final long expectedRows;
    private final Instant since;
    private long rows;
    private long bytes;

    UnitProgress(String name, long expectedRows, Instant since) {
        this.name = name;
        this.expectedRows = expectedRows;
        this.since = since;
    }

    void advance(long moreRows, long moreBytes) {
        rows += moreRows;
        bytes += moreBytes;
    }

    String name() {
        return name;
    }

    long expectedRows() {
        return expectedRows;
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    Duration elapsed(Instant now) {
        return Duration.between(since, now);
    }

    double rate(Instant now) {
        return Quantities.rate(rows, elapsed(now));
    }

    /** From 0 to 1; empty where nobody knows how many rows there are. */
    Optional<Double> share() {
        return expectedRows < 0
                ? Optional.empty()
                : Optional.of(expectedRows == 0 ? 1.0 : Math.min(1.0, (double) rows / expectedRows));
    }

    Optional<Duration> left(Instant now) {
        double rate = rate(now);
        return expectedRows < 0 || rate <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (Math.max(0, expectedRows - rows) / rate * 1000)));
    }
}
