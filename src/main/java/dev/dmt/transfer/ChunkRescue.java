package dev.dmt.transfer;

import dev.dmt.engine.Reader;
import dev.dmt.engine.TableLoad;
import dev.dmt.error.DmtException;
import dev.dmt.transfer.reject.RefusedRows;
import dev.dmt.transfer.shard.Shard;
import dev.dmt.transfer.shard.ShardEntry;
import dev.dmt.transfer.shard.ShardProducer;
import dev.dmt.transfer.shard.StagingSpace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A chunk that the target has refused, read once more into a file: there its bad rows can be looked for again and again
 * without a second look at the source, and without holding it in memory.
 */
record ChunkRescue(ClaimedUnit unit, Reader reader, DmtException refusal) {
    void load(UnitPlaces places) {
        ClaimedUnit anew = new ClaimedUnit(unit.session(), places, unit.mirror(), unit.progress(), unit.cancellation());
        unit.progress()
                .say("unit " + places.work().unit().id() + ": " + refusal.getMessage() + "; its rows are searched");
        places.folder().discardAfter((int) unit.session().row().chunk());
        if (!places.work().isResumable()) {
            new StagedMove(anew, reader).finish();
            return;
        }
        try (ShardProducer producer = producer(places)) {
            Optional<Shard> shard = producer.next();
            ChunkLoader loader = ChunkLoader.ofOwnShards(anew);
            if (shard.isPresent()) {
                loader.load(List.of(shard.get().entry()), shard.get().last());
            } else {
                loader.finish();
            }
        }
    }

    /** The same refusal with the key of the first row that is to blame, where it can be had. */
    DmtException named(UnitPlaces places) {
        UnitWork work = places.work();
        if (!work.isResumable() || work.keyColumns().isEmpty()) {
            return refusal;
        }
        try (ShardProducer producer = producer(places)) {
            Optional<Shard> shard = producer.next();
            return shard.isEmpty() ? refusal : named(places, shard.get().entry());
        } catch (DmtException | IOException e) {
            refusal.addSuppressed(e);
            return refusal;
        }
    }

    private DmtException named(UnitPlaces places, ShardEntry shard) throws IOException {
        UnitWork work = places.work();
        TableLoad load = work.load(places.settings().migration().targetMode());
        try {
            RefusedRows rows = new RefusedRows(
                    unit.session(),
                    load,
                    () -> new ChunkInput(places.folder(), places.compression(), List.of(shard), unit.cancellation()),
                    places.budget());
            return rows.firstKey(shard.rows(), work.read(), work.keyColumns())
                    .map(key -> new DmtException(
                            refusal.code(),
                            String.valueOf(refusal.getMessage()),
                            refusal.context().and("key", key),
                            refusal))
                    .orElse(refusal);
        } catch (UnsupportedOperationException e) {
            return refusal;
        } finally {
            places.folder().remove(shard.number(), places.compression());
        }
    }

    private ShardProducer producer(UnitPlaces places) {
        ResumePoint resume = ResumePoint.find(
                places, unit.session().row().chunk(), unit.session().row().watermark());
        places.folder().prepare();
        StagingSpace.require(
                places.folder().path(), places.settings().migration().shardBytes());
        return ShardFeed.producer(places, reader, places.cutting(resume.rest(), unit.cancellation()::check))
                .numberedFrom(resume.nextNumber());
    }
}
