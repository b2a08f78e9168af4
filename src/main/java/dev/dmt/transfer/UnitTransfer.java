package dev.dmt.transfer;

import dev.dmt.attempt.Cancellation;
import dev.dmt.attempt.Task;
import dev.dmt.engine.Reader;
import dev.dmt.transfer.shard.Shard;
import dev.dmt.transfer.shard.ShardEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves a unit from source to target: the next shard is exported while the last one loads. */
public final class UnitTransfer implements Task<UnitResult> {
    private static final long PATIENCE_MILLIS = 10_000;

    private final UnitWork work;
    private final TransferSettings settings;
    private final Reader reader;
    private final UnitPorts ports;
    private final Cancellation cancellation = new Cancellation();

    public UnitTransfer(UnitWork work, TransferSettings settings, Reader reader, UnitPorts ports) {
        this.work = work;
        this.settings = settings;
        this.reader = reader;
        this.ports = ports;
    }

    @Override
    public String name() {
        return work.unit().id();
    }

    @Override
    public void cancel(String why) {
        cancellation.request(why);
    }

    @Override
    public UnitResult run() {
        return new UnitLife("transfer", work, settings, ports, cancellation).run(this::finish);
    }

    private void finish(ClaimedUnit unit) {
        UnitPlaces places = unit.places();
        ChunkLoader loader = ChunkLoader.ofOwnShards(unit);
        ResumePoint resume = ResumePoint.find(
                places, unit.session().row().chunk(), unit.session().row().watermark());
        resume.reusable().forEach(shard -> places.budget().spend(shard.rowsRejected()));
        ShardQueue queue = new ShardQueue(cancellation);
        Thread exporter = exporter(new ShardFeed(places, reader, queue::checkWanted), resume, queue);
        exporter.start();
        try {
            if (work.isResumable()) {
                loadEach(queue, loader);
            } else {
                loadAsOne(queue, loader);
            }
        } finally {
            queue.stop();
            await(exporter);
        }
    }

    private Thread exporter(ShardFeed feed, ResumePoint resume, ShardQueue queue) {
        Runnable export = () -> {
            try {
                feed.run(resume, queue::put);
                queue.end();
            } catch (RuntimeException | Error e) {
                queue.fail(e);
            }
        };
        Thread thread = new Thread(export, "export-" + work.unit().id());
        thread.setDaemon(true);
        return thread;
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

    private static void await(Thread exporter) {
        try {
            exporter.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
