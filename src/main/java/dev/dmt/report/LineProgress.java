package dev.dmt.report;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Progress for a log: a line every 30 seconds, and one when a unit ends that took long enough to be worth it. Units that
 * pass quickly are counted in the line of all. Thread-safe.
 */
public final class LineProgress implements Progress {
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration NOTABLE = Duration.ofSeconds(10);

    private final PrintStream out;
    private final ProgressBoard board;
    private Instant saidAt;

    public LineProgress(PrintStream out, Clock clock) {
        this.out = out;
        board = new ProgressBoard(clock);
        saidAt = board.now();
    }

    @Override
    public synchronized void begin(String unit, long expectedRows) {
        board.begin(unit, expectedRows);
        summariseIfDue();
    }

    @Override
    public synchronized void advance(String unit, long rows, long bytes) {
        board.advance(unit, rows, bytes);
        summariseIfDue();
    }

    @Override
    public synchronized void end(String unit) {
        summariseIfDue();
        board.end(unit)
                .filter(done -> done.elapsed(board.now()).compareTo(NOTABLE) >= 0)
                .ifPresent(this::sayEnd);
    }

    private void sayEnd(UnitProgress unit) {
        Instant now = board.now();
        line(unit.name() + " done: " + Quantities.exact(unit.rows()) + " rows, " + Quantities.bytes(unit.bytes())
                + " in " + Quantities.time(unit.elapsed(now)) + ", " + Quantities.brief(unit.rate(now)) + " rows/s");
    }

    private void summariseIfDue() {
        if (!board.now().isBefore(saidAt.plus(INTERVAL))) {
            saidAt = board.now();
            line(board.summary());
        }
    }

    @Override
    public synchronized void step(String name) {
        board.restart();
        saidAt = board.now();
        say(name + " ...");
    }

    @Override
    public synchronized void say(String message) {
        line(message);
    }

    private void line(String text) {
        out.print(text + "\n");
        out.flush();
    }
}
