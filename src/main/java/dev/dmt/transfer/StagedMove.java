package dev.dmt.transfer;

import dev.dmt.engine.Reader;
import dev.dmt.transfer.shard.Shard;
import dev.dmt.transfer.shard.ShardEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves a claimed unit through shards on disk: the next one is written while the last one loads. */
record StagedMove(ClaimedUnit unit, Reader reader) {
    void finish() {
        UnitPlaces places = unit.places();
        ChunkLoader loader = ChunkLoader.ofOwnShards(unit);
        ResumePoint resume = ResumePoint.find(
                places, unit.session().row().chunk(), unit.session().row().watermark());
        resume.reusable().forEach(shard -> places.budget().spend(shard.rowsRejected()));
        ShardQueue queue = new ShardQueue(unit.cancellation());
        ShardFeed feed = new ShardFeed(places, reader, queue::checkWanted);
        Companion exporter = Companion.start(
                "export-" + places.work().unit().id(),
                () -> {
                    feed.run(resume, queue::put);
                    queue.end();
                },
                queue::fail);
        try {
            if (places.work().isResumable()) {
                loadEach(queue, loader);
            } else {
                loadAsOne(queue, loader);
            }
        } finally {
            queue.stop();
            exporter.await();
        }
    }

    private static void loadEach(ShardQueue queue, ChunkLoader loader) {
        boolean last = false;
        Optional<Shard> shard = queue.take();
        while (shard.isPresent()) {
            last = shard.get().last();
            loader.load(List.of(shard.get().entry()), last);
            shard = queue.take();
        }
        if (!last) {
            loader.finish();
        }
    }

    // Rows in no order cannot be taken up in the middle: all of them go in one transaction, or none.
    private static void loadAsOne(ShardQueue queue, ChunkLoader loader) {
        List<ShardEntry> shards = new ArrayList<>();
        Optional<Shard> shard = queue.take();
        while (shard.isPresent()) {
            shards.add(shard.get().entry());
            shard = queue.take();
        }
        if (shards.isEmpty()) {
            loader.finish();
        } else {
            loader.load(shards, true);
        }
    }
}
