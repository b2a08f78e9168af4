package dev.dmt.transfer;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.transfer.shard.ShardEntry;
import dev.dmt.transfer.shard.ShardManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an attempt goes on: shards that an earlier one left whole and that follow the ledger's watermark, and what is left
 * to read behind them.
 *
 * @param reusable shards on disk that were not loaded yet
 * @param complete true where the reusable shards reach the unit's end
 * @param nextNumber the number of the first shard that must be made
 */
record ResumePoint(ShardManifest manifest, List<ShardEntry> reusable, boolean complete, KeyRange rest, int nextNumber) {
    /** {@code chunk} and {@code watermark} are the ledger's: what is durably in the target. */
    static ResumePoint find(UnitPlaces places, long chunk, Optional<String> watermark) {
        UnitWork work = places.work();
        ShardManifest empty = places.emptyManifest();
        Optional<ShardManifest> found = readable(places);
        if (chunk > 0) {
            found.ifPresent(manifest -> requireSameSource(work, manifest));
        }
        ShardManifest manifest = found.filter(m -> isOurs(m, empty)).orElse(empty);
        return work.isResumable() ? ordered(places, manifest, (int) chunk, watermark) : unordered(places, manifest);
    }

    private static boolean isOurs(ShardManifest manifest, ShardManifest empty) {
        return manifest.runId().equals(empty.runId())
                && manifest.unit().equals(empty.unit())
                && manifest.sourceFingerprint().equals(empty.sourceFingerprint())
                && manifest.compression() == empty.compression()
                && manifest.columns().equals(empty.columns())
                && manifest.version() == empty.version();
    }

    // Shards of a transfer can always be made again, so a manifest that is broken costs time and nothing else.
    private static Optional<ShardManifest> readable(UnitPlaces places) {
        try {
            return places.folder().manifest();
        } catch (DmtException e) {
            if (e.code() != ErrorCode.DATA) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static ResumePoint ordered(
            UnitPlaces places, ShardManifest manifest, int chunk, Optional<String> watermark) {
        KeyRange range = places.work().unit().range();
        Optional<KeyTuple> position = chunk == 0 ? range.after() : watermark.map(KeyTuple::parse);
        List<ShardEntry> reusable = new ArrayList<>();
        for (ShardEntry entry : manifest.shards()) {
            if (entry.number() <= chunk) {
                continue;
            }
            boolean follows = entry.number() == chunk + reusable.size() + 1
                    && entry.after().equals(position)
                    && places.folder().holds(entry, manifest.compression());
            if (!follows) {
                break;
            }
            reusable.add(entry);
            position = entry.upTo();
        }
        ShardManifest kept = manifest.cutAfter(chunk + reusable.size());
        boolean complete = kept.complete() && !reusable.isEmpty();
        return new ResumePoint(
                kept, reusable, complete, new KeyRange(position, range.upTo()), chunk + reusable.size() + 1);
    }

    private static ResumePoint unordered(UnitPlaces places, ShardManifest manifest) {
        KeyRange range = places.work().unit().range();
        boolean whole = manifest.complete()
                && manifest.shards().stream().allMatch(s -> places.folder().holds(s, manifest.compression()));
        return whole
                ? new ResumePoint(
                        manifest,
                        manifest.shards(),
                        true,
                        range,
                        manifest.shards().size() + 1)
                : new ResumePoint(manifest.cutAfter(0), List.of(), false, range, 1);
    }

    private static void requireSameSource(UnitWork work, ShardManifest manifest) {
        if (!manifest.sourceFingerprint().equals(work.sourceFingerprint())) {
            throw new DmtException(
                    ErrorCode.DATA,
                    "the source has changed since unit " + work.unit().id() + " began: rows of two states would mix",
                    work.where()
                            .withHint("begin a new run, or `dmt reset transfer --table "
                                    + work.table().source()
                                    + "`; source.snapshot: copy keeps one state for a whole run"));
        }
    }
}
