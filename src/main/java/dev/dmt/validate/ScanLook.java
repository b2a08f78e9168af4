package dev.dmt.validate;

import dev.dmt.engine.RowCursor;
import dev.dmt.schema.KeyRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks again at leaves that no range can fetch: goes through both sides once more for the hashes of the leaves' rows,
 * and a last time for the keys and columns of those that differ. As many leaves at a time as memory allows.
 */
final class ScanLook {
    private static final long MOST_ROWS = 200_000;

    private final ComparedTable table;
    private final RejectFilter rejects;
    private final ValidationOptions options;
    private final Leaves leaves;
    private final List<Integer> skipped = new ArrayList<>();

    ScanLook(ComparedTable table, RejectFilter rejects, ValidationOptions options, Leaves leaves) {
        this.table = table;
        this.rejects = rejects;
        this.options = options;
        this.leaves = leaves;
    }

    /** Leaves that were too big to be looked at row by row. */
    List<Integer> skipped() {
        return List.copyOf(skipped);
    }

    void look(List<Integer> differing, DifferenceList into) {
        BitSet batch = new BitSet();
        long rows = 0;
        for (int leaf : differing) {
            long more = leaves.source(leaf).count() + leaves.target(leaf).count();
            if (more > MOST_ROWS) {
                skipped.add(leaf);
                continue;
            }
            if (rows + more > MOST_ROWS) {
                lookAt(batch, into);
                batch.clear();
                rows = 0;
            }
            batch.set(leaf);
            rows += more;
        }
        lookAt(batch, into);
    }

    private void lookAt(BitSet batch, DifferenceList into) {
        if (batch.isEmpty() || into.full()) {
            return;
        }
        RowTally tally = new RowTally();
        CanonicalRow row = row(CanonicalRow.Hashing.ROWS);
        scanSource(row, r -> {
            if (batch.get(leaves.leafOf(r))) {
                tally.addSource(r);
            }
            return true;
        });
        scanTarget(row, r -> {
            if (batch.get(leaves.leafOf(r))) {
                tally.addTarget(r);
            }
            return true;
        });
        List<RowTally.Difference> listed = tally.differences().stream()
                .filter(difference -> into.wants(difference.kind()))
                .limit(into.room())
                .toList();
        if (!listed.isEmpty()) {
            describe(listed, into);
        }
    }

    private void describe(List<RowTally.Difference> listed, DifferenceList into) {
        Set<RowTally.RowId> wanted = new HashSet<>();
        for (RowTally.Difference difference : listed) {
            wanted.add(difference.row());
            wanted.addAll(difference.other());
        }
        Map<RowTally.RowId, RowDetail> details = new HashMap<>();
        Predicate<CanonicalRow> collect = row -> {
            RowTally.RowId id = RowTally.RowId.of(row);
            if (wanted.contains(id)) {
                details.computeIfAbsent(id, any -> RowDetail.of(row, table.columnNames(), options.showData()));
            }
            return details.size() < wanted.size();
        };
        CanonicalRow row = row(CanonicalRow.Hashing.COLUMNS);
        scanSource(row, collect);
        scanTarget(row, collect);
        for (RowTally.Difference difference : listed) {
            RowDetail detail = details.get(difference.row());
            if (detail != null) {
                into.add(describe(difference, detail, details));
            }
        }
    }

    private RowDifference describe(
            RowTally.Difference difference, RowDetail detail, Map<RowTally.RowId, RowDetail> details) {
        List<String> names = table.columnNames();
        for (RowTally.RowId other : difference.other()) {
            RowDetail target = details.get(other);
            if (target != null) {
                return detail.against(target, names);
            }
        }
        String times = difference.times() > 1 ? " (" + difference.times() + " times)" : "";
        return new RowDifference(difference.kind(), detail.key() + times, List.of(), detail.allValues(names));
    }

    private CanonicalRow row(CanonicalRow.Hashing hashing) {
        return new CanonicalRow(table.types(), table.keyColumns(), hashing);
    }

    private void scanSource(CanonicalRow row, Predicate<CanonicalRow> visitor) {
        try (RowCursor cursor = table.source().open(table.sourceRead(), KeyRange.ALL)) {
            new TablePass(rejects, rows -> {}).run(cursor, row, visitor);
        }
    }

    private void scanTarget(CanonicalRow row, Predicate<CanonicalRow> visitor) {
        try (RowCursor cursor = table.target().open(table.targetRead(), KeyRange.ALL)) {
            new TablePass(RejectFilter.NONE, rows -> {}).run(cursor, row, visitor);
        }
    }
}
