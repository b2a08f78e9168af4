package dev.dmt.transfer;

import dev.dmt.checkpoint.CheckpointStore;
import dev.dmt.checkpoint.FailureNote;
import dev.dmt.checkpoint.UnitDocument;
import dev.dmt.checkpoint.WorkStatus;
import dev.dmt.engine.LedgerRow;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** A unit's document in the checkpoint, kept in step with the truth. One thread's own. */
final class UnitMirror {
    private final CheckpointStore store;
    private final String name;
    private final UnitWork work;
    private final Clock clock;
    private Optional<UnitDocument> last;
    private long bytes;
    private double exportSeconds;
    private double loadSeconds;

    /** Reads the document; DATA where it is there and cannot be read. */
    UnitMirror(CheckpointStore store, String step, UnitWork work, Clock clock) {
        this.store = store;
        this.name = "steps/" + step + "/" + work.unit().id();
        this.work = work;
        this.clock = clock;
        this.last = store.read(name, UnitDocument.class);
    }

    /** Makes the document say what the ledger says. */
    void reconcile(LedgerRow row) {
        boolean begun = row.chunk() > 0 || row.done();
        bytes = begun ? last.map(UnitDocument::bytes).orElse(0L) : 0;
        exportSeconds = begun ? last.map(UnitDocument::exportSeconds).orElse(0.0) : 0;
        loadSeconds = begun ? last.map(UnitDocument::loadSeconds).orElse(0.0) : 0;
        if (!begun) {
            last = Optional.empty();
        }
        if (last.isEmpty() || !agrees(last.get(), row)) {
            write(row, row.done() ? WorkStatus.DONE : WorkStatus.RUNNING, Optional.empty());
        }
    }

    /** A chunk has been committed. */
    void advanced(LedgerRow row, ChunkTally tally) {
        bytes += tally.bytes();
        exportSeconds += tally.exportSeconds();
        loadSeconds += tally.loadSeconds();
        write(row, row.done() ? WorkStatus.DONE : WorkStatus.RUNNING, Optional.empty());
    }

    /** Notes a failure beside the last known state. */
    void failed(LedgerRow row, DmtException failure) {
        WorkStatus status = failure.code() == ErrorCode.CANCELLED ? WorkStatus.CANCELLED : WorkStatus.FAILED;
        write(row, status, Optional.of(FailureNote.of(failure)));
    }

    long bytes() {
        return bytes;
    }

    private static boolean agrees(UnitDocument document, LedgerRow row) {
        return document.status() == (row.done() ? WorkStatus.DONE : WorkStatus.RUNNING)
                && document.epoch() == row.epoch()
                && document.chunk() == row.chunk()
                && document.watermark().equals(row.watermark())
                && document.rowsRead() == row.rowsRead()
                && document.rowsWritten() == row.rowsWritten()
                && document.rowsRejected() == row.rowsRejected()
                && document.owner().equals(row.owner());
    }

    private void write(LedgerRow row, WorkStatus status, Optional<FailureNote> failure) {
        Instant now = clock.instant();
        UnitDocument document = new UnitDocument(
                work.unit().id(),
                work.table().source().toString(),
                status,
                row.epoch(),
                row.owner(),
                row.chunk(),
                row.watermark(),
                row.rowsRead(),
                row.rowsWritten(),
                row.rowsRejected(),
                bytes,
                last.map(UnitDocument::startedAt).orElse(now),
                status == WorkStatus.RUNNING ? Optional.empty() : Optional.of(now),
                exportSeconds,
                loadSeconds,
                failure);
        store.write(name, document);
        last = Optional.of(document);
    }
}
