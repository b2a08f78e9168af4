package dev.dmt.cli;

import dev.dmt.attempt.Cancellation;
import dev.dmt.config.DmtConfig;
import dev.dmt.report.Progress;
import dev.dmt.step.RunOptions;
import dev.dmt.step.StepContext;
import dev.dmt.step.StepOptions;
import java.util.Optional;
import java.util.function.Function;

/** One command being performed: what is around it, what was asked, and what it may call. */
record Session(Surroundings surroundings, GlobalFlags flags, Toolkit toolkit, Cancellation cancellation) {
    /** Loads the config and lends a context for one piece of work. */
    <T> T with(Function<StepContext, T> work) {
        return with(arguments().load(), work);
    }

    /** The same for work that may do without a source. */
    <T> T with(FromFlag from, Function<StepContext, T> work) {
        return from.target() ? with(arguments().loadTarget(), work) : with(work);
    }

    <T> T with(DmtConfig config, Function<StepContext, T> work) {
        Progress progress = Watching.start(config, flags, surroundings);
        RunOptions options =
                new RunOptions(Optional.ofNullable(flags.runId), Owner.describe(), flags.acceptConfigChange);
        try (StepContext context = StepContext.open(config, options, progress, cancellation)) {
            return work.apply(context);
        }
    }

    /** Lends a context for work on the checkpoint alone: no database is opened, so none need be known. */
    <T> T withCheckpoint(Function<StepContext, T> work) {
        return with(arguments().loadForCheckpoint(), work);
    }

    /** How broad a table may be: a person's terminal is so wide, a file or a pipe takes anything. */
    int width() {
        Terminal terminal = surroundings.terminal();
        return terminal.interactive() ? terminal.columns() : Integer.MAX_VALUE;
    }

    ConfigArguments arguments() {
        return new ConfigArguments(surroundings, flags, toolkit.configs());
    }

    StepOptions stepOptions() {
        return new StepOptions(flags.yes, false, false, flags.showData, false);
    }

    void say(String message) {
        surroundings.err().println(message);
    }
}
