package dev.dmt.cli;

import dev.dmt.attempt.Cancellation;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.failpoint.Failpoint;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Performs an action and tells of it: results on stdout, failures on stderr, both in the result file. */
final class Execution {
    private final Session session;
    private final String command;
    private final CommandLineText typed;
    private final AtomicBoolean told = new AtomicBoolean();

    Execution(Session session, String command, CommandLineText typed) {
        this.session = session;
        this.command = command;
        this.typed = typed;
    }

    int run(Action action) {
        ProcessGuard guard = ProcessGuard.watch(session, this::tellOfEnd);
        int status = ErrorCode.INTERNAL.exitStatus();
        try {
            status = perform(action);
        } finally {
            session.surroundings().out().flush();
            session.surroundings().err().flush();
            guard.finished(status);
        }
        return status;
    }

    private int perform(Action action) {
        Optional<Outcome> outcome = Optional.empty();
        Optional<Failure> failure = Optional.empty();
        try {
            enableFailpoints();
            Outcome done = action.perform(session);
            outcome = Optional.of(done);
            failure = done.failure().map(why -> Failure.of(why, session.cancellation()));
        } catch (Throwable thrown) {
            failure = Optional.of(Failure.of(thrown, session.cancellation()));
        }
        return tell(outcome, failure);
    }

    /** The work was ended from without; whoever reads the result must learn of it all the same. */
    private void tellOfEnd() {
        tell(
                Optional.empty(),
                Optional.of(Failure.of(Cancellation.failure("it did not end in time"), session.cancellation())));
    }

    private void enableFailpoints() {
        if (session.flags().enableFailpoints) {
            Failpoint.enable(session.surroundings().environment().getOrDefault("DMT_FAILPOINTS", ""));
        }
    }

    /** Tells of a command that did or did not come to its end; gives the exit status. */
    int tell(Optional<Outcome> outcome, Optional<Failure> failure) {
        if (!told.compareAndSet(false, true)) {
            return failure.map(Failure::exitStatus).orElse(0);
        }
        Map<String, Object> result = Results.of(command, outcome, failure, typed.again());
        Optional<Failure> unwritten = writeFile(result);
        if (session.flags().output == GlobalFlags.Output.text) {
            outcome.ifPresent(
                    done -> done.lines().forEach(session.surroundings().out()::println));
        }
        session.surroundings().out().flush();
        failure.ifPresent(this::complain);
        unwritten.ifPresent(this::complain);
        // The object is the last that is said, for those who read stdout and stderr as one.
        switch (session.flags().output) {
            case text -> {}
            case json -> session.surroundings().out().println(Documents.json(result));
            case yaml -> session.surroundings().out().print(Documents.yaml(result));
        }
        return failure.or(() -> unwritten).map(Failure::exitStatus).orElse(0);
    }

    private Optional<Failure> writeFile(Map<String, Object> result) {
        try {
            session.flags()
                    .resultFile()
                    .ifPresent(file -> ResultFile.write(folder().resolve(file), Documents.json(result)));
            return Optional.empty();
        } catch (DmtException unwritten) {
            return Optional.of(Failure.of(unwritten, session.cancellation()));
        }
    }

    private Path folder() {
        return session.surroundings().workingFolder();
    }

    private void complain(Failure failure) {
        PrintStream err = session.surroundings().err();
        err.println("dmt: " + failure.message());
        failure.where().forEach((key, value) -> err.println("  " + key + ": " + value));
        failure.hint().ifPresent(hint -> err.println("  what to do: " + hint));
        if (session.flags().verbose) {
            failure.cause().printStackTrace(err);
        }
    }
}
