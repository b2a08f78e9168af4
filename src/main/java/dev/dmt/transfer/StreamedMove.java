package dev.dmt.transfer;

import dev.dmt.config.BadRowPolicy;
import dev.dmt.engine.Advance;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.Reader;
import dev.dmt.engine.RowEncoder;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.UnitSession;
import dev.dmt.engine.WireFormat;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.failpoint.Failpoint;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.transfer.csv.CsvEncoder;
import dev.dmt.transfer.cut.Cutting;
import dev.dmt.transfer.cut.RowCutter;
import dev.dmt.transfer.stream.ChunkEnd;
import dev.dmt.transfer.stream.ChunkFeed;
import dev.dmt.transfer.stream.ChunkPipe;
import dev.dmt.transfer.stream.ChunkStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves a claimed unit without files: a chunk loads while it is read, and the next one is read while the last one commits.
 * What fails is read again from the ledger's watermark.
 */
final class StreamedMove {
    private final ClaimedUnit unit;
    private final Reader reader;
    private final UnitSession session;
    private final UnitWork work;
    private final TableLoad load;
    private final long rejectedElsewhere;

    StreamedMove(ClaimedUnit unit, Reader reader) {
        this.unit = unit;
        this.reader = reader;
        this.session = unit.session();
        this.work = unit.places().work();
        this.load = work.load(unit.places().settings().migration().targetMode()).in(format());
        this.rejectedElsewhere = unit.places().budget().spent() - session.row().rowsRejected();
    }

    void finish() {
        while (!session.row().done()) {
            Optional<DmtException> refusal = stream(places());
            if (refusal.isPresent()) {
                ChunkRescue rescue = new ChunkRescue(unit, reader, refusal.get());
                if (unit.places().settings().migration().onBadRow() != BadRowPolicy.QUARANTINE) {
                    throw rescue.named(places());
                }
                rescue.load(places());
            }
        }
    }

    /** What was rejected and not committed is counted again when it is read again. */
    private UnitPlaces places() {
        return unit.places().afterRejects(rejectedElsewhere + session.row().rowsRejected());
    }

    /** Gives the target's refusal of a chunk, whose bad rows are to be looked for. */
    private Optional<DmtException> stream(UnitPlaces places) {
        LedgerRow row = session.row();
        places.rejects().discardAfter((int) row.chunk());
        if (!places.settings().staging().keep()) {
            places.folder().discardAfter((int) row.chunk());
        }
        try (ChunkPipe pipe = new ChunkPipe(places.settings().memory(), unit.cancellation())) {
            Cutting cutting = cutting(places, rest(row), pipe);
            Companion readerThread = Companion.start(
                    "export-" + work.unit().id(), () -> feed(places, cutting, pipe, (int) row.chunk() + 1), pipe::fail);
            try {
                return loadAll(pipe);
            } finally {
                pipe.stop();
                readerThread.await();
            }
        }
    }

    private void feed(UnitPlaces places, Cutting cutting, ChunkPipe pipe, int first) {
        RowEncoder encoder = work.ownFormat()
                .map(WireFormat.Own::encoder)
                .orElseGet(() -> new CsvEncoder(
                        cutting.read().columns(), places.settings().wireFormat()));
        try (RowCutter rows = new RowCutter(opening(), cutting, encoder, places.badRows())) {
            new ChunkFeed(rows, encoder, places.rejects(), pipe).run(first);
        }
    }

    private RowCutter.Opening opening() {
        Optional<WireFormat.Own> untouched = work.ownFormat().filter(WireFormat.Own::untouched);
        return untouched.isPresent()
                ? (read, range) -> reader.open(read, range, untouched.get())
                : RowCutter.values(reader);
    }

    private WireFormat format() {
        return work.ownFormat()
                .<WireFormat>map(own -> own)
                .orElse(unit.places().settings().wireFormat());
    }

    // Rows in no order cannot be taken up in the middle: all of them are one chunk, however many.
    private Cutting cutting(UnitPlaces places, KeyRange rest, ChunkPipe pipe) {
        Cutting cutting = places.cutting(rest, pipe::checkWanted);
        return work.isResumable()
                ? cutting
                : new Cutting(cutting.read(), rest, false, Long.MAX_VALUE, Long.MAX_VALUE, cutting.beforeEachRow());
    }

    private KeyRange rest(LedgerRow row) {
        KeyRange whole = work.unit().range();
        if (row.chunk() == 0) {
            return whole;
        }
        return new KeyRange(row.watermark().map(KeyTuple::parse), whole.upTo());
    }

    private Optional<DmtException> loadAll(ChunkPipe pipe) {
        while (pipe.hasChunk()) {
            Optional<DmtException> refusal = loadOne(pipe);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        if (!session.row().done()) {
            ChunkLoader.ofOwnShards(unit).finish();
        }
        return Optional.empty();
    }

    private Optional<DmtException> loadOne(ChunkPipe pipe) {
        unit.cancellation().check();
        long begin = System.nanoTime();
        ChunkStream chunk = pipe.chunk();
        Ending ending = new Ending(chunk);
        try {
            long taken = session.load(load, chunk, ending::advance);
            loaded(ending.known(), taken, begin);
            return Optional.empty();
        } catch (DmtException e) {
            if (pipe.failure().isPresent()) {
                throw pipe.failure().get();
            }
            if (e.code() != ErrorCode.DATA) {
                throw e;
            }
            return Optional.of(e);
        }
    }

    private void loaded(ChunkEnd end, long taken, long begin) {
        work.requireAll(load, taken, end.rows());
        Failpoint.pass("after-commit-before-yaml");
        unit.mirror()
                .advanced(
                        session.row(),
                        new ChunkTally(end.bytes(), end.readSeconds(), (System.nanoTime() - begin) / 1e9));
        unit.progress().advance(work.unit().id(), end.rows(), end.bytes());
    }

    /** Where a chunk ends, from the moment at which its last row is in. */
    private final class Ending {
        private final ChunkStream chunk;
        private @Nullable ChunkEnd end;

        Ending(ChunkStream chunk) {
            this.chunk = chunk;
        }

        Advance advance() {
            ChunkEnd reached = chunk.end();
            end = reached;
            Optional<String> watermark =
                    reached.upTo().map(Object::toString).or(() -> session.row().watermark());
            return work.noted(new Advance(
                    reached.number(), watermark, reached.rowsRead(), reached.rowsRejected(), reached.last()));
        }

        ChunkEnd known() {
            if (end == null) {
                throw new IllegalStateException("a chunk was loaded whose end nobody asked for");
            }
            return end;
        }
    }
}
