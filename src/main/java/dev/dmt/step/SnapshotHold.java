package dev.dmt.step;

import dev.dmt.engine.SharedSnapshot;
import dev.dmt.engine.SnapshotHolder;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps one state of the source for the steps that run in other processes, until it is told to stop. */
record SnapshotHold(StepContext context) {
    private static final Duration BEAT = Duration.ofSeconds(2);

    /** Returns when the work is to stop. {@code ready} hears of it once others can read. */
    void run(Consumer<SharedSnapshot> ready) {
        SnapshotFile file = SnapshotFile.of(context.config());
        refuseSecond(file);
        SnapshotHolder holder = context.ownSource().holder().orElseThrow(() -> refusal());
        SharedSnapshot snapshot = holder.snapshot();
        file.write(snapshot, context.owner());
        try {
            ready.accept(snapshot);
            while (!context.cancellation().requested()) {
                pause();
                if (!context.cancellation().requested()) {
                    holder.requireHeld();
                }
            }
        } finally {
            file.remove(snapshot);
        }
    }

    private void pause() {
        try {
            context.cancellation().pause(BEAT);
        } catch (DmtException e) {
            if (e.code() != ErrorCode.CANCELLED) {
                throw e;
            }
        }
    }

    /** One that is dead makes room; one that lives has steps that rely on it. */
    private void refuseSecond(SnapshotFile file) {
        Optional<SharedSnapshot> other = file.read();
        if (other.isPresent() && isAlive()) {
            throw new DmtException(
                    ErrorCode.LEASE_HELD,
                    "another process holds the snapshot " + other.get().id() + " already",
                    ErrorContext.at("file", file.path().toString()).withHint("end it first, or let it do"));
        }
    }

    private boolean isAlive() {
        try (StepContext reader =
                StepContext.open(context.config(), context.options(), context.progress(), context.cancellation())) {
            reader.source().fingerprint();
            return true;
        } catch (DmtException e) {
            if (e.code() == ErrorCode.DATA) {
                return false;
            }
            throw e;
        }
    }

    private DmtException refusal() {
        return new DmtException(
                ErrorCode.CONFIG,
                "this source has no snapshot that other processes could read",
                ErrorContext.at("source", context.config().source().describe())
                        .withHint(
                                "a SQLite file: source.snapshot: copy gives all steps one copy; else dmt run, which is"
                                        + " one process"));
    }
}
