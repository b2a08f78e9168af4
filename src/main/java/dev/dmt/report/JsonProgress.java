package dev.dmt.report;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Progress for a program: JSON lines; while a unit runs, one every five seconds. Thread-safe. */
public final class JsonProgress implements Progress {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final PrintStream out;
    private final ProgressBoard board;
    private final Map<String, Instant> saidAt = new HashMap<>();

    public JsonProgress(PrintStream out, Clock clock) {
        this.out = out;
        board = new ProgressBoard(clock);
    }

    @Override
    public synchronized void begin(String unit, long expectedRows) {
        board.begin(unit, expectedRows);
        saidAt.put(unit, board.now());
        board.find(unit).ifPresent(progress -> line("begin", progress));
    }

    @Override
    public synchronized void advance(String unit, long rows, long bytes) {
        board.advance(unit, rows, bytes);
        Instant last = saidAt.computeIfAbsent(unit, name -> board.now());
        if (!board.now().isBefore(last.plus(INTERVAL))) {
            saidAt.put(unit, board.now());
            board.find(unit).ifPresent(progress -> line("progress", progress));
        }
    }

    @Override
    public synchronized void end(String unit) {
        saidAt.remove(unit);
        board.end(unit).ifPresent(progress -> line("end", progress));
    }

    @Override
    public synchronized void say(String message) {
        Map<String, Object> fields = fields("message");
        fields.put("message", message);
        write(fields);
    }

    private void line(String event, UnitProgress unit) {
        Instant now = board.now();
        Map<String, Object> fields = fields(event);
        fields.put("unit", unit.name());
        if (unit.expectedRows() >= 0) {
            fields.put("expected_rows", unit.expectedRows());
        }
        fields.put("rows", unit.rows());
        fields.put("bytes", unit.bytes());
        fields.put("seconds", unit.elapsed(now).toMillis() / 1e3);
        fields.put("rows_per_second", Math.round(unit.rate(now)));
        write(fields);
    }

    private Map<String, Object> fields(String event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", board.now().toString());
        fields.put("progress", event);
        return fields;
    }

    private void write(Map<String, Object> fields) {
        out.print(Json.render(fields) + "\n");
        out.flush();
    }
}
