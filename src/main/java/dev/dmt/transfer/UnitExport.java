package dev.dmt.transfer;

import dev.dmt.attempt.Cancellation;
import dev.dmt.attempt.Task;
import dev.dmt.checkpoint.CheckpointStore;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.Reader;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.report.Progress;
import dev.dmt.storage.StorageFailure;
import dev.dmt.transfer.shard.Shard;
import dev.dmt.transfer.shard.ShardEntry;
import dev.dmt.transfer.shard.ShardManifest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a unit's shards and nothing else: no target is needed. A lock on its folder keeps other attempts out. */
public final class UnitExport implements Task<UnitResult> {
    private final UnitWork work;
    private final TransferSettings settings;
    private final Reader reader;
    private final CheckpointStore checkpoint;
    private final Progress progress;
    private final Cancellation cancellation = new Cancellation();

    public UnitExport(
            UnitWork work, TransferSettings settings, Reader reader, CheckpointStore checkpoint, Progress progress) {
        this.work = work;
        this.settings = settings;
        this.reader = reader;
        this.checkpoint = checkpoint;
        this.progress = progress;
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
        cancellation.check();
        UnitPlaces places = UnitPlaces.of(work, settings, 0);
        places.folder().prepare();
        Path file = places.folder().path().resolve("export.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            if (lock == null) {
                throw new DmtException(
                        ErrorCode.LEASE_HELD,
                        "another attempt is exporting unit " + name(),
                        work.where().withHint("let it finish, or stop it and run this again"));
            }
            return export(places);
        } catch (IOException e) {
            throw StorageFailure.of("locking the staging folder", file, e);
        }
    }

    private UnitResult export(UnitPlaces places) {
        UnitMirror mirror = new UnitMirror(checkpoint, "export", work, settings.clock());
        Optional<ShardManifest> found = places.folder().manifest();
        found.ifPresent(this::requireSameSource);
        if (found.isPresent() && found.get().complete()) {
            mirror.reconcile(row(found.get().shards(), true));
            return result(found.get().shards(), true);
        }
        ResumePoint resume = ResumePoint.find(places, 0, Optional.empty());
        List<ShardEntry> shards = new ArrayList<>(resume.reusable());
        shards.forEach(shard -> places.budget().spend(shard.rowsRejected()));
        mirror.reconcile(row(shards, false));
        progress.begin(name(), work.expectedRows());
        try {
            new ShardFeed(places, reader, cancellation::check)
                    .run(resume, shard -> taken(shard, resume, new Taken(shards, mirror)));
            mirror.reconcile(row(shards, true));
            return result(shards, false);
        } catch (DmtException e) {
            mirror.failed(row(shards, false), e);
            throw e;
        } finally {
            progress.end(name());
        }
    }

    private void taken(Shard shard, ResumePoint resume, Taken taken) {
        ShardEntry entry = shard.entry();
        progress.advance(name(), entry.rows(), entry.bytes());
        if (entry.number() >= resume.nextNumber()) {
            taken.shards().add(entry);
            taken.mirror().advanced(row(taken.shards(), false), new ChunkTally(entry.bytes(), entry.seconds(), 0));
        }
    }

    private void requireSameSource(ShardManifest manifest) {
        if (!manifest.sourceFingerprint().equals(work.sourceFingerprint())) {
            throw new DmtException(
                    ErrorCode.DATA,
                    "the source has changed since the export of unit " + name() + " began",
                    work.where()
                            .withHint(
                                    "`dmt reset export` and `dmt reset load`, then export again; source.snapshot: copy"
                                            + " keeps one state for a whole run"));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    // An export has no ledger: its manifest is the truth, told in the same form.
    private LedgerRow row(List<ShardEntry> shards, boolean done) {
        ShardEntry end = shards.isEmpty() ? null : shards.get(shards.size() - 1);
        return new LedgerRow(
                work.runId(),
                name(),
                done,
                0,
                settings.owner(),
                Instant.EPOCH,
                shards.size(),
                Optional.ofNullable(end).flatMap(ShardEntry::upTo).map(Object::toString),
                shards.stream().mapToLong(ShardEntry::rowsRead).sum(),
                shards.stream().mapToLong(ShardEntry::rows).sum(),
                shards.stream().mapToLong(ShardEntry::rowsRejected).sum());
    }

    private UnitResult result(List<ShardEntry> shards, boolean noop) {
        LedgerRow row = row(shards, true);
        return new UnitResult(
                name(),
                noop,
                row.rowsRead(),
                row.rowsWritten(),
                row.rowsRejected(),
                shards.stream().mapToLong(ShardEntry::bytes).sum());
    }

    /** What has been exported so far, and who is told of it. */
    private record Taken(List<ShardEntry> shards, UnitMirror mirror) {}
}
