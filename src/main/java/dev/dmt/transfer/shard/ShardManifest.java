package dev.dmt.transfer.shard;

import dev.dmt.config.ShardCompression;
import java.util.ArrayList;
import java.util.List;

/**
 * What a unit's shards hold, one writer a unit.
 *
 * @param columns the columns of the rows, by their target names
 * @param complete true when the last shard reaches the unit's end
 */
public record ShardManifest(
        int version,
        String dmtVersion,
        String runId,
        String unit,
        String sourceFingerprint,
        ShardCompression compression,
        List<String> columns,
        boolean complete,
        List<ShardEntry> shards) {
    public static final int VERSION = 1;

    public ShardManifest {
        columns = List.copyOf(columns);
        shards = List.copyOf(shards);
    }

    /** With one more shard; a former one of the same number or a higher goes. */
    public ShardManifest with(ShardEntry entry, boolean last) {
        List<ShardEntry> extended = new ArrayList<>(upTo(entry.number() - 1));
        extended.add(entry);
        return of(last, extended);
    }

    /** As it was after that shard. */
    public ShardManifest cutAfter(int number) {
        List<ShardEntry> kept = upTo(number);
        return of(complete && kept.size() == shards.size(), kept);
    }

    public ShardManifest completed() {
        return of(true, shards);
    }

    public long rows() {
        return shards.stream().mapToLong(ShardEntry::rows).sum();
    }

    public long rowsRejected() {
        return shards.stream().mapToLong(ShardEntry::rowsRejected).sum();
    }

    private List<ShardEntry> upTo(int number) {
        return shards.stream().filter(s -> s.number() <= number).toList();
    }

    private ShardManifest of(boolean nowComplete, List<ShardEntry> entries) {
        return new ShardManifest(
                version, dmtVersion, runId, unit, sourceFingerprint, compression, columns, nowComplete, entries);
    }
}
