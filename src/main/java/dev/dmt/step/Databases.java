package dev.dmt.step;

import dev.dmt.attempt.Cancellation;
import dev.dmt.config.DmtConfig;
import dev.dmt.engine.Engine;
import dev.dmt.engine.Engines;
import dev.dmt.engine.Ledger;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.TargetDialect;
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

    synchronized SourceDatabase source(Path workspace) {
        if (source.isEmpty()) {
            Engine engine = Engines.of(config.source().type());
            source = Optional.of(engine.openSource(config.source(), workspace));
        }
        return source.get();
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
