package dev.dmt.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all units together have done. Not thread-safe: whoever shows it locks it. */
final class ProgressBoard {
    private final Clock clock;
    private final Map<String, UnitProgress> running = new LinkedHashMap<>();
    private Instant since;
    private int begun;
    private int ended;
    private long rows;
    private long bytes;

    ProgressBoard(Clock clock) {
        this.clock = clock;
        since = clock.instant();
    }

    /** Forgets all that has ended. */
    void restart() {
        since = now();
        begun = running.size();
        ended = 0;
        rows = 0;
        bytes = 0;
    }

    void begin(String unit, long expectedRows) {
        if (running.put(unit, new UnitProgress(unit, expectedRows, now())) == null) {
            begun++;
        }
    }

    void advance(String unit, long moreRows, long moreBytes) {
        running.computeIfAbsent(unit, name -> {
                    begun++;
                    return new UnitProgress(name, -1, now());
                })
                .advance(moreRows, moreBytes);
        rows += moreRows;
        bytes += moreBytes;
    }

    Optional<UnitProgress> end(String unit) {
        UnitProgress done = running.remove(unit);
        if (done != null) {
            ended++;
        }
        return Optional.ofNullable(done);
    }

    Instant now() {
        return clock.instant();
    }

    List<UnitProgress> running() {
        return new ArrayList<>(running.values());
    }

    Optional<UnitProgress> find(String unit) {
        return Optional.ofNullable(running.get(unit));
    }

    /** All units in one line. */
    String summary() {
        Duration elapsed = Duration.between(since, now());
        return ended + " of " + begun + (begun == 1 ? " unit" : " units") + " done, " + Quantities.exact(rows)
                + " rows, " + (bytes == 0 ? "" : Quantities.bytes(bytes) + " ") + "in " + Quantities.time(elapsed)
                + ", "
                + Quantities.brief(Quantities.rate(rows, elapsed)) + " rows/s";
    }
}
