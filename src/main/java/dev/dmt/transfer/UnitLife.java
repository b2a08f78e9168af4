package dev.dmt.transfer;

import dev.dmt.config.BadRowPolicy;
import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.transfer.shard.ShardFolder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit from its claim to done, over as many attempts as passing failures ask for. What a failure left uncommitted is done
 * again; what was committed stays.
 */
final class UnitLife {
    /** What is done with a claimed unit, until its ledger row is done. */
    interface Work {
        void finish(ClaimedUnit unit);
    }

    private final UnitWork work;
    private final TransferSettings settings;
    private final UnitPorts ports;
    private final Cancellation cancellation;
    private final UnitMirror mirror;
    private @Nullable LedgerRow lastSeen;
    private boolean progressed;

    UnitLife(String step, UnitWork work, TransferSettings settings, UnitPorts ports, Cancellation cancellation) {
        this.work = work;
        this.settings = settings;
        this.ports = ports;
        this.cancellation = cancellation;
        this.mirror = new UnitMirror(ports.checkpoint(), step, work, settings.clock());
    }

    UnitResult run(Work body) {
        cancellation.check();
        String unit = work.unit().id();
        Optional<LedgerRow> before = ports.ledger().find(work.runId(), unit);
        if (before.isPresent() && before.get().done()) {
            reconcile(before.get());
            return result(before.get(), true);
        }
        ports.progress().begin(unit, work.expectedRows());
        try {
            before.filter(row -> row.rowsWritten() > 0)
                    .ifPresent(row -> ports.progress().advance(unit, row.rowsWritten(), 0));
            return untilDone(body);
        } catch (DmtException e) {
            note(e);
            throw e;
        } finally {
            ports.progress().end(unit);
        }
    }

    private UnitResult untilDone(Work body) {
        int failures = 0;
        while (true) {
            try {
                return attempt(body);
            } catch (DmtException e) {
                failures = progressed ? 1 : failures + 1;
                boolean passing = e.code() == ErrorCode.TRANSIENT || e.code() == ErrorCode.UNREACHABLE;
                if (!passing || failures >= settings.retry().tries()) {
                    throw e;
                }
                ports.progress()
                        .say("unit " + work.unit().id() + ": " + e.getMessage() + "; try " + (failures + 1) + " of "
                                + settings.retry().tries() + " follows");
                cancellation.pause(settings.retry().pauseAfter(failures));
            }
        }
    }

    private UnitResult attempt(Work body) {
        progressed = false;
        cancellation.check();
        try (UnitSession session = ports.ledger().claim(claim())) {
            long chunk = session.row().chunk();
            lastSeen = session.row();
            reconcile(session.row());
            if (!session.row().done()) {
                UnitPlaces places = UnitPlaces.of(work, settings, rejectedSoFar(session.row()));
                try {
                    body.finish(new ClaimedUnit(session, places, mirror, ports.progress(), cancellation));
                } finally {
                    lastSeen = session.row();
                    progressed = session.row().chunk() > chunk;
                }
            }
            return result(session.row(), false);
        }
    }

    // The other units of a table matter only where it has some, and a bound that could be reached.
    private long rejectedSoFar(LedgerRow own) {
        return work.table().units().size() == 1 || settings.migration().onUnreadableRow() == BadRowPolicy.FAIL
                ? own.rowsRejected()
                : UnitPlaces.rejectedSoFar(work, ports.ledger().list(work.runId()));
    }

    // A killed attempt may have committed and had no time for what follows a commit.
    private void reconcile(LedgerRow row) {
        mirror.reconcile(row);
        if (!settings.staging().keep()) {
            ShardFolder.of(settings.staging().path(), work.runId(), work.unit().id())
                    .discardUpTo(row.chunk());
        }
    }

    private UnitResult result(LedgerRow row, boolean noop) {
        return new UnitResult(
                work.unit().id(), noop, row.rowsRead(), row.rowsWritten(), row.rowsRejected(), mirror.bytes());
    }

    // Where another attempt has the unit, its document is that one's to write.
    private void note(DmtException failure) {
        if (lastSeen == null || failure.code() == ErrorCode.FENCED || failure.code() == ErrorCode.LEASE_HELD) {
            return;
        }
        try {
            mirror.failed(lastSeen, failure);
        } catch (DmtException e) {
            failure.addSuppressed(e);
        }
    }

    private LedgerClaim claim() {
        return new LedgerClaim(
                work.runId(),
                work.unit().id(),
                work.table().target().name().toString(),
                settings.owner(),
                settings.lease());
    }
}
