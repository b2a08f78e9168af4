package dev.dmt.transfer;

import dev.dmt.attempt.Cancellation;
import dev.dmt.config.BadRowPolicy;
import dev.dmt.config.ShardCompression;
import dev.dmt.engine.Advance;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.failpoint.Failpoint;
import dev.dmt.report.Progress;
import dev.dmt.transfer.reject.RefusedRows;
import dev.dmt.transfer.reject.RejectFile;
import dev.dmt.transfer.shard.ShardEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Loads shards as one chunk: rows and ledger in one transaction, then the mirror, then the shards' files go. */
final class ChunkLoader {
    private final UnitSession session;
    private final UnitPlaces places;
    private final ShardCompression compression;
    private final boolean remakes;
    private final TableLoad load;
    private final UnitMirror mirror;
    private final Progress progress;
    private final Cancellation cancellation;

    private ChunkLoader(ClaimedUnit unit, ShardCompression compression, boolean remakes) {
        this.session = unit.session();
        this.places = unit.places();
        this.compression = compression;
        this.remakes = remakes;
        this.load = places.work().load(places.settings().migration().targetMode());
        this.mirror = unit.mirror();
        this.progress = unit.progress();
        this.cancellation = unit.cancellation();
    }

    /** For shards that this attempt makes, and can make again. */
    static ChunkLoader ofOwnShards(ClaimedUnit unit) {
        return new ChunkLoader(unit, unit.places().compression(), true);
    }

    /** For shards that were made before, by whomever. */
    static ChunkLoader ofGivenShards(ClaimedUnit unit, ShardCompression compression) {
        return new ChunkLoader(unit, compression, false);
    }

    /** {@code last} where the unit is done with it. */
    void load(List<ShardEntry> shards, boolean last) {
        cancellation.check();
        long begin = System.nanoTime();
        ShardEntry end = shards.get(shards.size() - 1);
        long rows = shards.stream().mapToLong(ShardEntry::rows).sum();
        Optional<String> watermark =
                end.upTo().map(Object::toString).or(() -> session.row().watermark());
        Advance advance = places.work()
                .noted(new Advance(
                        end.number(),
                        watermark,
                        shards.stream().mapToLong(ShardEntry::rowsRead).sum(),
                        shards.stream().mapToLong(ShardEntry::rowsRejected).sum(),
                        last));
        copy(shards, rows, advance);
        Failpoint.pass("after-commit-before-yaml");
        long bytes = shards.stream().mapToLong(ShardEntry::bytes).sum();
        double exportSeconds = shards.stream().mapToDouble(ShardEntry::seconds).sum();
        mirror.advanced(session.row(), new ChunkTally(bytes, exportSeconds, (System.nanoTime() - begin) / 1e9));
        if (!places.settings().staging().keep()) {
            shards.forEach(s -> places.folder().remove(s.number(), compression));
        }
        progress.advance(places.work().unit().id(), rows, bytes);
    }

    /** Marks the unit as done where no rows are left. */
    void finish() {
        cancellation.check();
        session.execute(
                List.of(),
                places.work()
                        .noted(new Advance(session.row().chunk(), session.row().watermark(), 0, 0, true)));
        Failpoint.pass("after-commit-before-yaml");
        mirror.advanced(session.row(), new ChunkTally(0, 0, 0));
    }

    private void copy(List<ShardEntry> shards, long rows, Advance advance) {
        ChunkInput input = open(shards);
        try (input) {
            places.work().requireAll(load, session.load(load, input, advance), rows);
        } catch (DmtException e) {
            if (input.failure().isPresent()) {
                throw remakes ? remade(input.failure().get()) : input.failure().get();
            }
            if (e.code() != ErrorCode.DATA || places.settings().migration().onBadRow() != BadRowPolicy.QUARANTINE) {
                throw e;
            }
            copyRest(shards, rows, advance, e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void copyRest(List<ShardEntry> shards, long rows, Advance advance, DmtException refusal) {
        RefusedRows refused = new RefusedRows(session, load, () -> open(shards), places.budget());
        ShardEntry end = shards.get(shards.size() - 1);
        try (RejectFile file = places.rejects().refused(end.number())) {
            long bad = refused.search(rows);
            if (bad == 0) {
                throw refusal;
            }
            refused.list(places.work().read(), places.work().keyColumns(), "shard " + end.number(), file);
            file.publish();
            try (InputStream rest = refused.rest()) {
                Advance without = new Advance(
                        advance.chunk(),
                        advance.watermark(),
                        advance.rowsRead(),
                        advance.rowsRejected() + bad,
                        advance.done(),
                        advance.note());
                places.work().requireAll(load, session.load(load, rest, without), rows - bad);
            }
        } catch (UnsupportedOperationException e) {
            throw refusal;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ChunkInput open(List<ShardEntry> shards) {
        return new ChunkInput(places.folder(), compression, shards, cancellation);
    }

    // Another attempt, fenced off since, may have written over a file of ours: the next try finds that out and exports
    // again.
    private static DmtException remade(DmtException failure) {
        return failure.code() == ErrorCode.DATA
                ? new DmtException(
                        ErrorCode.TRANSIENT, failure.getMessage() + "; it is made again", failure.context(), failure)
                : failure;
    }

    private DmtException unreadable(IOException e) {
        return new DmtException(
                ErrorCode.TRANSIENT,
                "a shard in " + places.folder().path() + " cannot be read: " + e.getMessage(),
                places.work().where().withHint("look at the staging disk, then run the same command again"),
                e);
    }
}
