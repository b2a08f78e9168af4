package dev.dmt.transfer;

import dev.dmt.config.ShardCompression;
import dev.dmt.engine.LedgerRow;
import dev.dmt.schema.KeyRange;
import dev.dmt.transfer.cut.Cutting;
import dev.dmt.transfer.reject.BadRows;
import dev.dmt.transfer.reject.RejectBudget;
import dev.dmt.transfer.reject.RejectFiles;
import dev.dmt.transfer.shard.ShardFolder;
import dev.dmt.transfer.shard.ShardManifest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where one attempt at a unit works: its shards, its rejects and what they may come to. */
record UnitPlaces(
        UnitWork work,
        TransferSettings settings,
        ShardFolder folder,
        RejectFiles rejects,
        RejectBudget budget,
        ShardCompression compression) {
    static UnitPlaces of(UnitWork work, TransferSettings settings, long alreadyRejected) {
        List<String> columns =
                work.table().columns().stream().map(c -> c.source()).toList();
        return new UnitPlaces(
                work,
                settings,
                ShardFolder.of(
                        settings.staging().path(), work.runId(), work.unit().id()),
                RejectFiles.of(
                        settings.staging().path(), work.runId(), work.unit().id(), columns),
                new RejectBudget(
                        work.table().source().toString(), settings.migration().maxRejects(), alreadyRejected),
                settings.staging().compression());
    }

    /** Rejects that the table's units have in the ledger. */
    static long rejectedSoFar(UnitWork work, List<LedgerRow> rows) {
        Set<String> units = work.table().units().stream().map(u -> u.id()).collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> units.contains(row.unit()))
                .mapToLong(LedgerRow::rowsRejected)
                .sum();
    }

    /** How a key range is cut into chunks. */
    Cutting cutting(KeyRange range, Runnable stopCheck) {
        return new Cutting(
                work.read(),
                range,
                work.isResumable(),
                settings.migration().shardRows(),
                settings.migration().shardBytes(),
                stopCheck);
    }

    /** The same, after rejects have been counted anew. */
    UnitPlaces afterRejects(long alreadyRejected) {
        return of(work, settings, alreadyRejected);
    }

    BadRows badRows() {
        return new BadRows(settings.migration().onUnreadableRow(), work.read(), budget);
    }

    ShardManifest emptyManifest() {
        return new ShardManifest(
                ShardManifest.VERSION,
                settings.dmtVersion(),
                work.runId(),
                work.unit().id(),
                work.sourceFingerprint(),
                compression,
                work.targetColumns(),
                false,
                List.of());
    }
}
