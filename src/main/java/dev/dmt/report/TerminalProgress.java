package dev.dmt.report;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A bar per running unit and a line for all, redrawn in place, at most ten times a second. Thread-safe. */
public final class TerminalProgress implements Progress {
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final int MOST_BARS = 8;
    private static final int NAME = 24;
    private static final int SHORTEST_BAR = 6;
    private static final String CLEAR_TO_END_OF_SCREEN = "\u001b[J";
    private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

    private final PrintStream out;
    private final int width;
    private final ProgressBoard board;
    private Instant drawnAt = Instant.MIN;
    private int drawnLines;
    private int nameWidth;

    /** @param width the terminal's, in columns */
    public TerminalProgress(PrintStream out, int width, Clock clock) {
        this.out = out;
        this.width = Math.max(40, width);
        board = new ProgressBoard(clock);
    }

    @Override
    public synchronized void begin(String unit, long expectedRows) {
        board.begin(unit, expectedRows);
        redrawIfDue();
    }

    @Override
    public synchronized void advance(String unit, long rows, long bytes) {
        board.advance(unit, rows, bytes);
        redrawIfDue();
    }

    @Override
    public synchronized void end(String unit) {
        board.end(unit);
        if (board.running().isEmpty()) {
            write(erase());
            drawnAt = Instant.MIN;
        } else {
            redrawIfDue();
        }
    }

    @Override
    public synchronized void step(String name) {
        board.restart();
        say(name + " ...");
    }

    @Override
    public synchronized void say(String message) {
        String erased = erase();
        write(erased + message + "\n");
        if (!board.running().isEmpty()) {
            redraw();
        }
    }

    private void redrawIfDue() {
        if (drawnAt.equals(Instant.MIN) || !board.now().isBefore(drawnAt.plus(REDRAW))) {
            redraw();
        }
    }

    private void redraw() {
        drawnAt = board.now();
        List<String> lines = lines();
        StringBuilder frame = new StringBuilder(erase());
        lines.forEach(line -> frame.append(line).append('\n'));
        drawnLines = lines.size();
        write(frame.toString());
    }

    private String erase() {
        String erased = drawnLines == 0 ? "" : "\u001b[" + drawnLines + "A\r" + CLEAR_TO_END_OF_SCREEN;
        drawnLines = 0;
        return erased;
    }

    private void write(String text) {
        if (!text.isEmpty()) {
            out.print(text);
            out.flush();
        }
    }

    private List<String> lines() {
        List<UnitProgress> running = board.running();
        List<String> lines = new ArrayList<>();
        // It only grows, so that bars stay where they are.
        running.forEach(unit -> nameWidth = Math.max(nameWidth, Math.min(NAME, DisplayWidth.of(unit.name()))));
        running.stream().limit(MOST_BARS).forEach(unit -> lines.add(line(unit)));
        if (running.size() > MOST_BARS) {
            lines.add("  and " + (running.size() - MOST_BARS) + " more units");
        }
        // One column is left free: some terminals wrap a line that is exactly full.
        lines.add(DisplayWidth.fit(board.summary(), width - 1));
        return lines;
    }

    private String line(UnitProgress unit) {
        Instant now = board.now();
        String name = DisplayWidth.pad(DisplayWidth.fit(unit.name(), nameWidth), nameWidth);
        String rows = unit.expectedRows() < 0
                ? Quantities.brief((double) unit.rows()) + " rows"
                : Quantities.brief((double) unit.rows()) + " / " + Quantities.brief((double) unit.expectedRows())
                        + " rows";
        String left = unit.left(now)
                .map(time -> "  " + Quantities.time(time) + " left")
                .orElse("");
        String pace = "  " + rows + "  " + Quantities.brief(unit.rate(now)) + "/s";
        int besideBar = width - 1 - nameWidth - 2 - 6;
        String tail = besideBar - DisplayWidth.of(pace + left) >= SHORTEST_BAR ? pace + left : pace;
        int room = besideBar - DisplayWidth.of(tail);
        String bar = unit.share()
                .filter(share -> room >= SHORTEST_BAR)
                .map(share ->
                        "  " + bar(share, Math.min(room, 40)) + String.format(Locale.ROOT, " %3.0f %%", share * 100))
                .orElse("");
        return DisplayWidth.fit(name + bar + tail, width - 1);
    }

    private static String bar(double share, int columns) {
        int eighths = (int) Math.round(share * columns * 8);
        String filled = "█".repeat(eighths / 8) + EIGHTHS[eighths % 8];
        return filled + "·".repeat(columns - filled.length());
    }
}
