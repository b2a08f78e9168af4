package dev.dmt.cli;

import dev.dmt.config.DmtConfig;
import dev.dmt.report.Progress;
import dev.dmt.report.ProgressOutput;
import dev.dmt.report.log.Logging;
import dev.dmt.report.log.Redaction;
import java.time.Clock;

/** What is seen of the work while it goes on: log lines and progress, on stderr. */
final class Watching {
    private Watching() {}

    static Progress start(DmtConfig config, GlobalFlags flags, Surroundings surroundings) {
        Redaction.register(config.source().password().reveal());
        Redaction.register(config.target().password().reveal());
        boolean json = config.logging().json();
        Logging.configure(level(config, flags), json, config.logging().file(), surroundings.err());
        Terminal terminal = surroundings.terminal();
        return new ProgressOutput(surroundings.err(), terminal.interactive(), terminal.columns(), json)
                .open(Clock.systemUTC());
    }

    /** What goes to stderr: little, unless a flag asks for more. The config's own level is for the file. */
    static String level(DmtConfig config, GlobalFlags flags) {
        if (flags.logLevel != null) {
            return flags.logLevel.name();
        }
        if (flags.verbose) {
            return "debug";
        }
        return config.logging().file().isPresent() ? config.logging().level() : "warn";
    }
}
