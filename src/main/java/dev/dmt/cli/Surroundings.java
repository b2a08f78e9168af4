package dev.dmt.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command has around it.
 *
 * @param ownsProcess true where signals are ours to handle, and the process ours to end
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path workingFolder,
        Terminal terminal,
        boolean ownsProcess) {
    Surroundings {
        environment = Map.copyOf(environment);
    }
}
