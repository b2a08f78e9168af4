package dev.dmt.transfer;

import dev.dmt.config.ShardCompression;
import dev.dmt.engine.Reader;
import dev.dmt.transfer.cut.Cutting;
import dev.dmt.transfer.shard.Shard;
import dev.dmt.transfer.shard.ShardEntry;
import dev.dmt.transfer.shard.ShardManifest;
import dev.dmt.transfer.shard.ShardProducer;
import dev.dmt.transfer.shard.StagingSpace;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives a unit's shards in order: first those that are there already, then new ones, each in the manifest once durable. */
final class ShardFeed {
    private final UnitPlaces places;
    private final Reader reader;
    private final Runnable stopCheck;

    ShardFeed(UnitPlaces places, Reader reader, Runnable stopCheck) {
        this.places = places;
        this.reader = reader;
        this.stopCheck = stopCheck;
    }

    void run(ResumePoint resume, Consumer<Shard> taker) {
        places.folder().prepare();
        places.folder().discardAfter(resume.nextNumber() - 1);
        places.rejects().discardAfter(resume.nextNumber() - 1);
        List<ShardEntry> reusable = resume.reusable();
        for (int i = 0; i < reusable.size(); i++) {
            taker.accept(new Shard(reusable.get(i), resume.complete() && i == reusable.size() - 1));
        }
        if (!resume.complete()) {
            produce(resume, taker);
        }
    }

    private void produce(ResumePoint resume, Consumer<Shard> taker) {
        ShardManifest manifest = resume.manifest();
        try (ShardProducer producer = ShardFeed.producer(places, reader, places.cutting(resume.rest(), stopCheck))) {
            producer.numberedFrom(resume.nextNumber());
            while (!manifest.complete()) {
                stopCheck.run();
                StagingSpace.require(places.folder().path(), bytesAhead());
                Optional<Shard> shard = producer.next();
                manifest = shard.isPresent()
                        ? manifest.with(shard.get().entry(), shard.get().last())
                        : manifest.completed();
                places.folder().write(manifest);
                shard.ifPresent(taker);
            }
        }
    }

    static ShardProducer producer(UnitPlaces places, Reader reader, Cutting cutting) {
        return new ShardProducer(
                reader,
                cutting,
                places.settings().wireFormat(),
                places.badRows(),
                new ShardProducer.Destination(places.folder(), places.compression(), places.rejects()));
    }

    // Compression is not counted on: how well it does is only known afterwards.
    private long bytesAhead() {
        long shard = Math.min(
                places.settings().migration().shardBytes(), places.work().expectedBytes());
        return places.compression() == ShardCompression.NONE ? shard : shard / 2;
    }
}
