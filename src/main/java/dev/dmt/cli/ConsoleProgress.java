package dev.dmt.cli;

import dev.dmt.config.LoggingConfig;
import dev.dmt.report.Progress;
import java.io.PrintStream;

/** How units get on, on stderr. */
final class ConsoleProgress implements Progress, AutoCloseable {
    private final PrintStream err;

    private ConsoleProgress(PrintStream err) {
        this.err = err;
    }

    // JOIN: bars on a terminal, lines elsewhere, JSON lines where the log is JSON.
    static ConsoleProgress open(Surroundings surroundings, LoggingConfig logging) {
        return new ConsoleProgress(surroundings.err());
    }

    @Override
    public void begin(String unit, long expectedRows) {}

    @Override
    public void advance(String unit, long rows, long bytes) {}

    @Override
    public void end(String unit) {}

    @Override
    public void say(String message) {
        err.println(message);
    }

    @Override
    public void close() {
        err.flush();
    }
}
