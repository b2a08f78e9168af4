package dev.dmt.validate;

import dev.dmt.schema.canonical.Checksum;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compares the leaf sums of both sides; where leaves differ, finds the rows and columns that do. */
final class ChecksumCheck {
    private final ComparedTable table;
    private final RejectFilter rejects;
    private final ValidationOptions options;
    private final Leaves leaves;
    private final int rangeKey;
    private long lastKey = Long.MIN_VALUE;

    private ChecksumCheck(
            ComparedTable table, RejectFilter rejects, ValidationOptions options, Leaves leaves, int rangeKey) {
        this.table = table;
        this.rejects = rejects;
        this.options = options;
        this.leaves = leaves;
        this.rangeKey = rangeKey;
    }

    /** Leaves that are key ranges; the source is to come in the order of its whole-number key. */
    static ChecksumCheck byRange(ComparedTable table, RejectFilter rejects, ValidationOptions options) {
        int key = table.keyColumns().get(0);
        Leaves leaves = new KeyRangeLeaves(table.columnNames().get(key), key, options.leafRows());
        return new ChecksumCheck(table, rejects, options, leaves, key);
    }

    /** Leaves by hash, for about so many rows in any order. */
    static ChecksumCheck byHash(ComparedTable table, long rows, RejectFilter rejects, ValidationOptions options) {
        return new ChecksumCheck(table, rejects, options, new HashLeaves(rows, options.leafRows()), -1);
    }

    /** What the comparison came to. */
    record Outcome(
            Checksum source, int compared, int differing, List<Finding> findings, List<RowDifference> differences) {}

    /** Adds a row of the source; false where it is out of order, so that ranges will not do. */
    boolean addSource(CanonicalRow row) {
        if (rangeKey >= 0 && !row.isNull(rangeKey)) {
            if (row.number(rangeKey) < lastKey) {
                return false;
            }
            lastKey = row.number(rangeKey);
        }
        leaves.addSource(row);
        return true;
    }

    void addTarget(CanonicalRow row) {
        leaves.addTarget(row);
    }

    Outcome finish() {
        List<Integer> differing = leaves.differing();
        DifferenceList list = new DifferenceList(options);
        List<Integer> skipped = look(differing, list);
        List<Finding> findings = new ArrayList<>();
        // Rows that only the target has make sums differ without anything being wrong.
        boolean harmless = options.extraRowsAllowed() && list.found().isEmpty() && skipped.isEmpty();
        if (!differing.isEmpty() && !harmless) {
            findings.add(Finding.of(
                    Finding.Kind.CHECKSUM,
                    differing.size() + " of " + leaves.count() + " checksums differ: " + names(differing)));
        }
        if (!skipped.isEmpty()) {
            findings.add(
                    Finding.of(Finding.Kind.CHECKSUM, "too many rows to be looked at one by one: " + names(skipped)));
        }
        return new Outcome(leaves.sourceTotal().toChecksum(), leaves.count(), differing.size(), findings, list.found());
    }

    private List<Integer> look(List<Integer> differing, DifferenceList list) {
        ScanLook scan = new ScanLook(table, rejects, options, leaves);
        if (leaves instanceof KeyRangeLeaves ranges) {
            RangeLook look = new RangeLook(table, rejects, options);
            for (int leaf : differing) {
                if (leaf == KeyRangeLeaves.NULL_KEYS) {
                    scan.look(List.of(leaf), list);
                } else if (!list.full()) {
                    look.look(ranges.range(leaf), list);
                }
            }
        } else {
            scan.look(differing, list);
        }
        return scan.skipped();
    }

    private String names(List<Integer> some) {
        String named =
                some.stream().limit(options.listed()).map(leaves::describe).collect(Collectors.joining("; "));
        return some.size() > options.listed() ? named + "; and " + (some.size() - options.listed()) + " more" : named;
    }
}
