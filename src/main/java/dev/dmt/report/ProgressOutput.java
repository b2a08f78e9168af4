package dev.dmt.report;

import java.io.PrintStream;
import java.time.Clock;

/**
 * Where progress goes, and in which form.
 *
 * @param terminal whether a person watches
 * @param columns the terminal's width
 * @param json whether logs are JSON lines
 */
public record ProgressOutput(PrintStream stream, boolean terminal, int columns, boolean json) {
    public Progress open(Clock clock) {
        if (json) {
            return new JsonProgress(stream, clock);
        }
        return terminal ? new TerminalProgress(stream, columns, clock) : new LineProgress(stream, clock);
    }
}
