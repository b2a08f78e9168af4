package dev.dmt.report;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Progress for a log: a line every 30 seconds, and one when a unit ends, though no more than {@value #MOST_ENDS} of those
 * in 30 seconds, so that 1,500 small tables do not fill it. Thread-safe.
 */
public final class LineProgress implements Progress {
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    static final int MOST_ENDS = 20;

    private final PrintStream out;
    private final ProgressBoard board;
    private Instant saidAt;
    private int ends;
    private int unsaid;

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
        board.end(unit).ifPresent(this::sayEnd);
        if (board.running().isEmpty()) {
            sayUnsaid();
        }
    }

    private void sayEnd(UnitProgress unit) {
        if (++ends > MOST_ENDS) {
            unsaid++;
            return;
        }
        Instant now = board.now();
        line(unit.name() + " done: " + Quantities.exact(unit.rows()) + " rows, " + Quantities.bytes(unit.bytes())
                + " in " + Quantities.time(unit.elapsed(now)) + ", " + Quantities.brief(unit.rate(now)) + " rows/s");
    }

    private void summariseIfDue() {
        if (!board.now().isBefore(saidAt.plus(INTERVAL))) {
            saidAt = board.now();
            ends = 0;
            sayUnsaid();
            line(board.summary());
        }
    }

    private void sayUnsaid() {
        if (unsaid > 0) {
            line("and " + unsaid + (unsaid == 1 ? " more unit" : " more units") + " done");
            unsaid = 0;
        }
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
