package dev.dmt.step;

import dev.dmt.checkpoint.CheckpointStore;
import dev.dmt.checkpoint.RunDocument;
import dev.dmt.checkpoint.WorkStatus;
import dev.dmt.config.ConfigChange;
import dev.dmt.config.ConfigFingerprint;
import dev.dmt.config.DmtConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows which run is meant: begins one, goes on with one, ends one. */
public final class RunRegister {
    private static final Logger LOG = LoggerFactory.getLogger(RunRegister.class);
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final DmtConfig config;
    private final RunOptions options;
    private final CheckpointStore store;
    private final Clock clock;

    RunRegister(DmtConfig config, RunOptions options, CheckpointStore store, Clock clock) {
        this.config = config;
        this.options = options;
        this.store = store;
        this.clock = clock;
    }

    Optional<RunDocument> current() {
        return store.read(Documents.RUN, RunDocument.class);
    }

    /** The run a step belongs to, checked against what was asked for and against the config. */
    RunDocument require() {
        RunDocument run = current()
                .orElseThrow(() -> new DmtException(
                        ErrorCode.CONFIG,
                        "there is no run at " + store.locate(Documents.RUN),
                        ErrorContext.hint("begin one with dmt step extract-schema, or do everything with dmt run")));
        if (options.runId().isPresent() && !options.runId().get().equals(run.runId())) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "the checkpoint holds the run " + run.runId() + ", not "
                            + options.runId().get(),
                    ErrorContext.at("checkpoint", store.locate(Documents.RUN))
                            .withHint("dmt step extract-schema --run-id "
                                    + options.runId().get() + " begins that run"));
        }
        return premised(run);
    }

    /** The run to work on: the one asked for, the last one if it is unfinished, or a new one. */
    RunDocument beginOrContinue() {
        Optional<RunDocument> found = current();
        if (found.isPresent() && continues(found.get())) {
            RunDocument run = found.get();
            if (options.acceptConfigChange() || changes(run).isEmpty() || !mayBeGivenUp()) {
                return premised(run);
            }
            LOG.warn("run {} ended before it moved a row, and the config has changed: a new run begins", run.runId());
            giveUp(run);
        }
        return beginAfter(found);
    }

    /** Gives up a run that failed before it moved a row and begins another; false where the run is to be kept. */
    boolean beginAnewAfterFalseStart() {
        RunDocument run = require();
        if (!mayBeGivenUp()) {
            return false;
        }
        LOG.warn("run {} ended before it moved a row, and the source has changed: a new run begins", run.runId());
        giveUp(run);
        beginAfter(Optional.of(run));
        return true;
    }

    private boolean mayBeGivenUp() {
        return options.runId().isEmpty() && FalseStart.in(store);
    }

    private RunDocument beginAfter(Optional<RunDocument> found) {
        found.ifPresent(run -> store.archive(run.runId()));
        RunDocument begun = new RunDocument(
                RunDocument.VERSION,
                options.runId().orElseGet(this::newId),
                WorkStatus.RUNNING,
                Instant.now(clock),
                Optional.empty(),
                Version.text(),
                config.source().describe(),
                config.target().describe(),
                ConfigFingerprint.of(config),
                Optional.empty());
        store.write(Documents.RUN, begun);
        return begun;
    }

    boolean isFinished() {
        return require().status() == WorkStatus.DONE;
    }

    /** True where the run asked for by its id is finished: then there is nothing to do. */
    boolean isAskedForAndFinished() {
        return current()
                .filter(run -> run.status() == WorkStatus.DONE)
                .filter(run -> options.runId().equals(Optional.of(run.runId())))
                .isPresent();
    }

    void finish() {
        RunDocument run = require();
        if (run.status() != WorkStatus.DONE) {
            end(run, WorkStatus.DONE);
        }
    }

    private void giveUp(RunDocument run) {
        end(run, Refusal.in(store).isPresent() ? WorkStatus.REFUSED : WorkStatus.FAILED);
    }

    private void end(RunDocument run, WorkStatus status) {
        store.write(Documents.RUN, run.ended(status, Instant.now(clock), Optional.empty()));
    }

    /** True where the checkpoint's run is the one that would be gone on with, under the config that it began with. */
    boolean goesOn() {
        return current()
                .filter(run -> options.runId().map(run.runId()::equals).orElse(run.status() != WorkStatus.DONE))
                .filter(run -> options.acceptConfigChange() || changes(run).isEmpty())
                .isPresent();
    }

    /** Makes a finished run unfinished, after something of it was forgotten. */
    void reopen() {
        RunDocument run = require();
        if (run.status() == WorkStatus.DONE) {
            store.write(Documents.RUN, run.reopened());
        }
    }

    private boolean continues(RunDocument found) {
        if (options.runId().isPresent()) {
            String wanted = options.runId().get();
            if (!wanted.equals(found.runId()) && store.archives().contains(wanted)) {
                throw new DmtException(
                        ErrorCode.CONFIG,
                        "the run " + wanted + " is over, and " + found.runId() + " came after it",
                        ErrorContext.hint("choose a new --run-id"));
            }
            return wanted.equals(found.runId());
        }
        return found.status() != WorkStatus.DONE;
    }

    /** The run, whose config must be the one it began with, or an accepted one: that is then the run's own. */
    private RunDocument premised(RunDocument run) {
        List<String> changes = changes(run);
        if (changes.isEmpty()) {
            return run;
        }
        if (options.acceptConfigChange()) {
            RunDocument accepted = run.withConfig(
                    config.source().describe(), config.target().describe(), ConfigFingerprint.of(config));
            store.write(Documents.RUN, accepted);
            return accepted;
        }
        throw new DmtException(
                ErrorCode.CONFIG,
                "the config has changed since run " + run.runId() + " began:\n  " + String.join("\n  ", changes),
                ErrorContext.hint("change it back, begin a new run with --run-id, or say --accept-config-change"));
    }

    private List<String> changes(RunDocument run) {
        return ConfigFingerprint.diff(run.configFingerprint(), ConfigFingerprint.of(config)).stream()
                .map(ConfigChange::toString)
                .toList();
    }

    private String newId() {
        return ID.format(Instant.now(clock)) + "-"
                + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
    }
}
