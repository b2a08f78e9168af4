package dev.dmt.transfer;

import dev.dmt.engine.Reader;
import dev.dmt.error.DmtException;
import dev.dmt.transfer.shard.Shard;
import dev.dmt.transfer.shard.ShardProducer;
import dev.dmt.transfer.shard.StagingSpace;
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
        ResumePoint resume = ResumePoint.find(
                places, unit.session().row().chunk(), unit.session().row().watermark());
        places.folder().prepare();
        StagingSpace.require(
                places.folder().path(), places.settings().migration().shardBytes());
        try (ShardProducer producer =
                ShardFeed.producer(places, reader, places.cutting(resume.rest(), unit.cancellation()::check))) {
            Optional<Shard> shard = producer.numberedFrom(resume.nextNumber()).next();
            ChunkLoader loader = ChunkLoader.ofOwnShards(anew);
            if (shard.isPresent()) {
                loader.load(List.of(shard.get().entry()), shard.get().last());
            } else {
                loader.finish();
            }
        }
    }
}
