package dev.dmt.cli;

import dev.dmt.config.DmtConfig;
import dev.dmt.report.Progress;
import java.io.PrintStream;

/** What is seen of the work while it goes on: log lines and progress, on stderr. */
final class Watching {
    private Watching() {}

    // JOIN report.log: Redaction.register(password.reveal()) for both ends of the config.
    // JOIN report.log: Logging.configure(level(flags), config.logging().json(), config.logging().file(), err).
    // JOIN report: new ProgressOutput(err, terminal.interactive(), terminal.columns(), json).open(Clock.systemUTC()).
    static Progress start(DmtConfig config, GlobalFlags flags, Surroundings surroundings) {
        return new Sayings(surroundings.err());
    }

    /** What goes to stderr: little, unless a flag asks for more. The config's own level is for the file. */
    static String level(GlobalFlags flags) {
        if (flags.logLevel != null) {
            return flags.logLevel.name();
        }
        return flags.verbose ? "debug" : "warn";
    }

    private record Sayings(PrintStream err) implements Progress {
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
    }
}
