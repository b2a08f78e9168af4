package dev.dmt.transfer;

import dev.dmt.attempt.Cancellation;
import dev.dmt.attempt.Task;
import dev.dmt.engine.LedgerRow;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.transfer.shard.ShardEntry;
import dev.dmt.transfer.shard.ShardManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Loads a unit's shards, which {@link UnitExport} has made here or elsewhere, into the target. */
public final class UnitLoad implements Task<UnitResult> {
    private final UnitWork work;
    private final TransferSettings settings;
    private final UnitPorts ports;
    private final Cancellation cancellation = new Cancellation();

    public UnitLoad(UnitWork work, TransferSettings settings, UnitPorts ports) {
        this.work = work;
        this.settings = settings;
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
        return new UnitLife("load", work, settings, ports, cancellation).run(this::finish);
    }

    private void finish(ClaimedUnit unit) {
        ShardManifest manifest = manifest(unit.places());
        ChunkLoader loader = ChunkLoader.ofGivenShards(unit, manifest.compression());
        LedgerRow row = unit.session().row();
        List<ShardEntry> left =
                manifest.shards().stream().filter(s -> s.number() > row.chunk()).toList();
        left.forEach(shard -> requirePresent(unit.places().folder().shard(shard.number(), manifest.compression())));
        left.forEach(shard -> unit.places().budget().spend(shard.rowsRejected()));
        if (left.isEmpty()) {
            loader.finish();
        } else if (work.isResumable()) {
            requireContinuous(row, left.get(0));
            for (int i = 0; i < left.size(); i++) {
                loader.load(List.of(left.get(i)), i == left.size() - 1);
            }
        } else {
            loader.load(left, true);
        }
    }

    private ShardManifest manifest(UnitPlaces places) {
        ShardManifest manifest = places.folder()
                .manifest()
                .orElseThrow(() -> refusal(
                        "unit " + name() + " has no manifest in "
                                + places.folder().path(),
                        "run `dmt step export` first, and bring the staging folder here"));
        if (!manifest.sourceFingerprint().equals(work.sourceFingerprint())
                || !manifest.runId().equals(work.runId())) {
            throw refusal(
                    "the shards of unit " + name() + " are of another state of the source than the plan",
                    "run `dmt reset export` and `dmt step export` again, with the plan that is to be loaded");
        } else if (!manifest.columns().equals(work.targetColumns())) {
            throw refusal(
                    "the shards of unit " + name() + " have other columns than the plan",
                    "run `dmt reset export` and `dmt step export` again");
        } else if (!manifest.complete()) {
            throw refusal(
                    "the export of unit " + name() + " is not complete",
                    "run `dmt step export` again: it goes on where it stopped");
        }
        return manifest;
    }

    private void requirePresent(Path shard) {
        if (!Files.isRegularFile(shard)) {
            throw refusal(
                    "shard " + shard + " is missing",
                    "bring the whole staging folder here, or run `dmt reset export` and `dmt step export` again");
        }
    }

    private void requireContinuous(LedgerRow row, ShardEntry next) {
        boolean first = row.chunk() == 0;
        boolean follows = first
                ? next.after().equals(work.unit().range().after())
                : next.after().map(Object::toString).equals(row.watermark());
        if (next.number() != row.chunk() + 1 || !follows) {
            throw refusal(
                    "shard " + next.number() + " of unit " + name() + " does not follow what is in the target",
                    "run `dmt reset load --table " + work.table().source() + "` to load the table anew");
        }
    }

    private DmtException refusal(String message, String hint) {
        return new DmtException(ErrorCode.DATA, message, work.where().withHint(hint));
    }
}
