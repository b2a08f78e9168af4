package dev.dmt.step;

import dev.dmt.attempt.Cancellation;
import dev.dmt.config.DmtConfig;
import dev.dmt.config.SnapshotMode;
import dev.dmt.engine.Engine;
import dev.dmt.engine.Engines;
import dev.dmt.engine.Ledger;
import dev.dmt.engine.SharedSnapshot;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.TargetDialect;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.nio.file.Path;
import java.util.Optional;

/** The two ends of the migration, each opened when first needed and closed with the context. Thread-safe. */
final class Databases implements AutoCloseable {
    private static final int SPARE_CONNECTIONS = 4;

    private final DmtConfig config;
    private final Cancellation cancellation;
    private Optional<SourceDatabase> source = Optional.empty();
    private Optional<TargetDatabase> target = Optional.empty();
    private Optional<Cancellation.Registration> ending = Optional.empty();
    private boolean ledgerEnsured;

    Databases(DmtConfig config, Cancellation cancellation) {
        this.config = config;
        this.cancellation = cancellation;
    }

    /** Sees the state that another process holds, where one does: never another one. */
    synchronized SourceDatabase source(Path workspace) {
        if (source.isEmpty()) {
            Optional<SharedSnapshot> held = SnapshotFile.of(config).read();
            if (held.isEmpty()) {
                requireNotHeld();
                return ownSource(workspace);
            }
            source = Optional.of(Engines.of(config.source().type()).openSource(config.source(), held.get()));
        }
        return source.get();
    }

    synchronized SourceDatabase ownSource(Path workspace) {
        if (source.isEmpty()) {
            Engine engine = Engines.of(config.source().type());
            source = Optional.of(engine.openSource(config.source(), workspace));
        }
        return source.get();
    }

    private void requireNotHeld() {
        if (config.source().snapshot() == SnapshotMode.HELD) {
            throw new DmtException(
                    ErrorCode.TRANSIENT,
                    "no process holds a snapshot of the source",
                    ErrorContext.at("key", "source.snapshot")
                            .and("file", SnapshotFile.of(config).path().toString())
                            .withHint(
                                    "start `dmt snapshot hold` with this config and checkpoint, then run this again"));
        }
    }

    synchronized TargetDatabase target(int workers) {
        if (target.isEmpty()) {
            Engine engine = Engines.of(config.target().type());
            TargetDatabase opened = engine.openTarget(config.target(), 2 * workers + SPARE_CONNECTIONS);
            target = Optional.of(opened);
            ending = Optional.of(cancellation.onCancel(opened::endSoon));
        }
        return target.get();
    }

    synchronized Ledger ledger(int workers) {
        Ledger ledger = target(workers).ledger();
        if (!ledgerEnsured) {
            ledger.ensure();
            ledgerEnsured = true;
        }
        return ledger;
    }

    TargetDialect dialect() {
        return Engines.of(config.target().type()).dialect(config.target());
    }

    @Override
    public synchronized void close() {
        try {
            source.ifPresent(SourceDatabase::close);
        } finally {
            ending.ifPresent(Cancellation.Registration::close);
            target.ifPresent(TargetDatabase::close);
        }
        ending = Optional.empty();
        source = Optional.empty();
        target = Optional.empty();
    }
}
